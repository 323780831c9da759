import type { ConfigResult } from './config-result.ts';
import type { RuntimeConfig } from './runtime-config.ts';
import { parseConfig, violations } from './schema.ts';

/** A request for the file that has left: when (epoch ms), and what will come of it. */
type Sent = { readonly sentAt: number; readonly response: Promise<Response> };

/** Of the platform. */
type Network = {
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  readonly clock: { now(): number };
};

const TRIES = 3;
/** For one try. Ms. */
const DEADLINE_MS = 8_000;

/**
 * Fetches and checks `config.json`, relative to the page's base address. The request that `page` has sent already is the
 * first try, and is taken from it. Resolves always, after three tries.
 */
export async function loadConfig(
  address: string,
  page: { earlyConfig?: Sent | undefined },
  platform: Network,
): Promise<ConfigResult> {
  let status: number | null = null;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    try {
      const { sentAt, response: coming } = page.earlyConfig ?? send(address, platform);
      page.earlyConfig = undefined;
      const response = await coming;
      status = response.status;
      // A cache on the way repeats an old `Date`, and says so by an `Age`.
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

/** Asks the platform about the time zones of a configuration. Rejects where the messages cannot be fetched. */
export async function checkZones(config: RuntimeConfig): Promise<ConfigResult> {
  return violations(config, true).length === 0 ? { kind: 'ok', config } : check(JSON.stringify(config));
}

/** Rejects where the messages, which only a broken file needs, cannot be fetched. */
async function check(text: string): Promise<ConfigResult> {
  const { checkConfig } = await import('./check/index.ts');
  return checkConfig(text);
}
