import { type Clock, createListeners, hash53, type JsonStore } from '#platform';
import { movedClockMs } from './moved-clock.ts';
import type { ServerClock } from './server-clock.ts';

/**
 * Rate-limit windows: until when requests of a scope are blocked. A scope is one limit of one server: the route family,
 * and the phone number or tenant that the limit counts by. Read synchronously, shared by all tabs, kept through reload,
 * and corrected when the device's clock is changed.
 */
export type RateWindows = {
  /** Epoch ms on this device's clock; null while requests of this scope may be sent. */
  blockedUntil(scope: string): number | null;
  /**
   * Records a 429. `seconds` is null when the server named no time: the wait then doubles with each refusal in a row.
   * A 429 while the scope is already blocked belongs to the same burst: it does not count again and does not shorten the wait.
   *
   * @returns the end of the wait in epoch ms, not capped at `LONGEST_BLOCK_MS`
   */
  block(scope: string, seconds: number | null): number;
  /** Records a success, which resets the count of refusals. `usedUpFor` is in seconds, null while requests remain. */
  succeed(scope: string, usedUpFor: number | null): void;
  /** Removes all windows from the device at sign-out. */
  forget(): void;
  /** Calls back when a window changes, in this tab or another. Returns the function that unsubscribes. */
  subscribe(changed: () => void): () => void;
};

/** Stored as JSON under these names, which earlier releases use too. */
type Block = {
  /** Epoch ms on this device's clock when the block was recorded. */
  readonly from: number;
  readonly until: number;
  /** Refusals in a row. */
  readonly refusals: number;
  /** `ServerClock.ahead()` when the block was recorded. */
  readonly ahead: number | null;
};

const KEY = 'rate-windows';
const FIRST_BACKOFF_S = 5;
const LAST_BACKOFF_S = 80;
/** After this time requests are sent again, even if the server named (and the app showed) a longer wait. Ms. */
export const LONGEST_BLOCK_MS = 3_600_000;

/**
 * A scope may contain a phone number, so only a hash is stored. With 24 bits hundreds of phone numbers share each hash, so
 * the number cannot be found by trying all of them, but two scopes on one device almost never collide.
 */
const keyOf = (scope: string) => (hash53(scope) % 2 ** 24).toString(36);

export function createRateWindows(store: JsonStore, clock: Clock, serverClock: ServerClock): RateWindows {
  const { notify, subscribe } = createListeners();
  let blocks = read(store.get(KEY));

  store.onOtherTab((key) => {
    if (key !== null && key !== KEY) return;
    blocks = read(store.get(KEY));
    notify();
  });

  function write(key: string, block: Block | null) {
    // Another tab may have written since this one last read.
    const next = read(store.get(KEY));
    for (const [old, { until }] of next) if (until < clock.now() - LONGEST_BLOCK_MS) next.delete(old);
    if (block) next.set(key, block);
    else next.delete(key);
    blocks = next;
    store.set(KEY, [...next]);
    notify();
  }

  function createBlock(seconds: number, refusals: number): Block {
    const from = clock.now();
    return { from, until: from + seconds * 1000, refusals, ahead: serverClock.ahead() };
  }

  function endOf(block: Block | undefined): number | null {
    if (!block) return null;
    const moved = movedClockMs(block, serverClock.ahead(), clock.now());
    // The clock was set back by an unknown amount, so the block could otherwise last for years.
    if (moved === null) return null;
    const from = block.from + moved;
    const until = block.until + moved;
    return Math.min(until, from + LONGEST_BLOCK_MS) > clock.now() ? until : null;
  }

  return {
    blockedUntil: (scope) => endOf(blocks.get(keyOf(scope))),
    block(scope, seconds) {
      const key = keyOf(scope);
      const before = read(store.get(KEY)).get(key);
      const blockedUntil = endOf(before);
      const refusals = Math.max(1, (before?.refusals ?? 0) + (blockedUntil === null ? 1 : 0));
      const backoff = Math.min(FIRST_BACKOFF_S * 2 ** (refusals - 1), LAST_BACKOFF_S);
      const block = createBlock(seconds ?? backoff, refusals);
      const until = Math.max(block.until, blockedUntil ?? 0);
      write(key, { ...block, until });
      return until;
    },
    succeed(scope, usedUpFor) {
      const key = keyOf(scope);
      if (usedUpFor) write(key, createBlock(usedUpFor, 0));
      else if (blocks.has(key)) write(key, null);
    },
    forget() {
      blocks.clear();
      store.remove(KEY);
      notify();
    },
    subscribe,
  };
}

function read(stored: unknown): Map<string, Block> {
  if (!Array.isArray(stored)) return new Map();
  return new Map(
    stored.filter((entry): entry is [string, Block] => {
      const [scope, block] = Array.isArray(entry) ? entry : [];
      const numbers = [block?.from, block?.until, block?.refusals];
      return typeof scope === 'string' && numbers.every(Number.isFinite);
    }),
  );
}
