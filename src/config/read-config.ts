import { configSchema, type RuntimeConfig } from './schema.ts';

/** One thing that is wrong with `config.json`, for the operator who wrote it. */
export type ConfigFault = {
  /** Dot path of the key at fault; empty when it is the whole file. */
  readonly key: string;
  readonly message: string;
};

export type ConfigResult =
  | { readonly kind: 'ok'; readonly config: RuntimeConfig; readonly answered?: Answered }
  | { readonly kind: 'broken'; readonly faults: readonly ConfigFault[] }
  /** It could not be fetched: no network, or no such file. `status` is null without an answer. */
  | { readonly kind: 'missing'; readonly status: number | null };

/** When the file's server answered, by its own clock (`Date`) and by this device's (epoch ms): the first word on the time. */
export type Answered = { readonly date: string | null; readonly sentAt: number; readonly receivedAt: number };

/** Checks the text of a `config.json`. Never throws. */
export function checkConfig(text: string): ConfigResult {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { kind: 'broken', faults: [{ key: '', message: `is not JSON: ${message}` }] };
  }
  const parsed = configSchema.safeParse(json, { reportInput: false });
  if (parsed.success) return { kind: 'ok', config: parsed.data };
  const faults = parsed.error.issues.map((issue) => ({
    key: issue.path.map(String).join('.'),
    // zod/mini brings no sentences of its own; what was expected is enough for one.
    message: issue.code === 'invalid_type' ? `must be ${article(issue.expected)}` : issue.message,
  }));
  return { kind: 'broken', faults };
}

function article(expected: string): string {
  return expected === 'object' ? 'an object' : `a ${expected}`;
}

const TRIES = 3;

/**
 * Fetches and checks `config.json`, relative to the page's base address. Resolves always, after three tries of at most
 * `deadlineMs` each.
 */
export async function loadConfig(address: string, deadlineMs = 8_000): Promise<ConfigResult> {
  let status: number | null = null;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const sentAt = Date.now();
    try {
      const response = await fetch(address, { cache: 'no-cache', signal: AbortSignal.timeout(deadlineMs) });
      status = response.status;
      // A cache on the way repeats an old `Date`, and says so by an `Age`.
      const date = response.headers.has('age') ? null : response.headers.get('date');
      const answered = { date, sentAt, receivedAt: Date.now() };
      if (response.ok) {
        const checked = checkConfig(await response.text());
        return checked.kind === 'ok' ? { ...checked, answered } : checked;
      }
      if (status < 500) break;
    } catch {
      status = null;
    }
  }
  return { kind: 'missing', status };
}
