import type { ConfigResult } from './config-result.ts';
import type { RuntimeConfig } from './runtime-config.ts';
import { parseConfig, violations } from './schema.ts';

/** A request for the file that is in flight. `sentAt` is epoch ms. */
type Sent = { readonly sentAt: number; readonly response: Promise<Response> };

/** The parts of the platform that are needed. */
type Network = {
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  readonly clock: { now(): number };
};

const TRIES = 3;
/** For one try. */
const DEADLINE_MS = 8_000;

/**
 * Fetches and checks `config.json` with up to three tries. Never rejects.
 *
 * @param address relative to the page's base URL
 * @param page takes `earlyConfig`, the request of the boot script, as the first try
 */
export async function loadConfig(
  address: string,
  page: { earlyConfig?: Sent | undefined },
  platform: Network,
): Promise<ConfigResult> {
  let status: number | null = null;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    try {
      const { sentAt, response: pending } = page.earlyConfig ?? send(address, platform);
      page.earlyConfig = undefined;
      const response = await pending;
      status = response.status;
      // An answer with an `Age` may come from a cache, which repeats an old `Date`.
      const date = response.headers.has('age') ? null : response.headers.get('date');
      const answered = { date, sentAt, receivedAt: platform.clock.now() };
      if (response.ok) {
        const checked = await read(await response.text());
        return checked.kind === 'ok' ? { ...checked, answered } : checked;
      }
      if (status < 500) break;
    } catch {
      status = null;
    }
  }
  return { kind: 'missing', status };
}

function send(address: string, { fetch, clock }: Network): Sent {
  const init: RequestInit = { cache: 'no-cache', signal: AbortSignal.timeout(DEADLINE_MS) };
  return { sentAt: clock.now(), response: fetch(address, init) };
}

async function read(text: string): Promise<ConfigResult> {
  const parsed = parseConfig(text);
  return parsed.kind === 'ok' ? parsed : check(text);
}

/** Checks the time zones of a valid configuration. Rejects when the messages of the check cannot be loaded. */
export async function checkZones(config: RuntimeConfig): Promise<ConfigResult> {
  return violations(config, true).length === 0 ? { kind: 'ok', config } : check(JSON.stringify(config));
}

/** The messages are a chunk of their own, because only an invalid file needs them. Rejects when it cannot be loaded. */
async function check(text: string): Promise<ConfigResult> {
  const { checkConfig } = await import('./check/index.ts');
  return checkConfig(text);
}
