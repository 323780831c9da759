import { type Clock, createListeners, hash53, type JsonStore } from '#platform';
import { movedClockMs } from './moved-clock.ts';
import type { ServerClock } from './server-clock.ts';

/**
 * When what may be sent again. A scope is one limit of one server: the route family, and the number or the tenant it
 * counts by. Known synchronously, shared by all tabs, kept through reload and through a change of this device's clock.
 */
export type RateWindows = {
  /** Epoch ms by this device's clock until which this scope is blocked; null when it is not. */
  until(scope: string): number | null;
  /**
   * Blocks the scope after a 429. `seconds` null: the server named no time, so each refusal in a row waits twice as long. A
   * refusal during a block belongs to the same burst: it neither counts nor shortens the block. Returns the end of the block
   * as named, which may be later than LONGEST_MS allows.
   */
  block(scope: string, seconds: number | null): number;
  /** A good answer. Whatever refusals came before are forgotten; `usedUpFor` seconds when it was the last for now. */
  succeed(scope: string, usedUpFor: number | null): void;
  /** Removes all blocks from the device at sign-out. A server that still refuses blocks again. */
  forget(): void;
  /** Calls back when any scope is blocked or unblocked, in this tab or another. Returns the unsubscribe function. */
  subscribe(changed: () => void): () => void;
};

/** Moments are epoch ms on this device's clock at the time; `ahead` says how far the server's was ahead of it then. */
type Window = {
  readonly from: number;
  readonly until: number;
  readonly refusals: number;
  readonly ahead: number | null;
};

const KEY = 'rate-windows';
const FIRST_BACKOFF_S = 5;
const LAST_BACKOFF_S = 80;
/** A longer time is believed and shown, but after this one the server is asked again. Ms. */
export const LONGEST_MS = 3_600_000;

/**
 * What a scope is kept under, which may hold a phone number. 24 bits: hundreds of numbers share each, so that none can be
 * found by trying them all, and two scopes of one device all but never meet.
 */
const keyOf = (scope: string) => (hash53(scope) % 2 ** 24).toString(36);

export function createRateWindows(store: JsonStore, clock: Clock, serverClock: ServerClock): RateWindows {
  const { notify, subscribe } = createListeners();
  let windows = read(store.get(KEY));

  store.onOtherTab((key) => {
    if (key !== null && key !== KEY) return;
    windows = read(store.get(KEY));
    notify();
  });

  /** Another tab may have written since; its windows count too. What ended an hour ago is forgotten. */
  function change(key: string, window: Window | null) {
    const next = read(store.get(KEY));
    for (const [old, { until }] of next) if (until < clock.now() - LONGEST_MS) next.delete(old);
    if (window) next.set(key, window);
    else next.delete(key);
    windows = next;
    store.set(KEY, [...next]);
    notify();
  }

  function opened(seconds: number, refusals: number): Window {
    const from = clock.now();
    return { from, until: from + seconds * 1000, refusals, ahead: serverClock.ahead() };
  }

  function blockedUntil(window: Window | undefined): number | null {
    if (!window) return null;
    const moved = movedClockMs(window, serverClock.ahead(), clock.now());
    // Nobody is to be locked out for as long as a clock was set back.
    if (moved === null) return null;
    const from = window.from + moved;
    const until = window.until + moved;
    return Math.min(until, from + LONGEST_MS) > clock.now() ? until : null;
  }

  return {
    until: (scope) => blockedUntil(windows.get(keyOf(scope))),
    block(scope, seconds) {
      const key = keyOf(scope);
      const before = read(store.get(KEY)).get(key);
      const already = blockedUntil(before);
      const refusals = Math.max(1, (before?.refusals ?? 0) + (already === null ? 1 : 0));
      const backoff = Math.min(FIRST_BACKOFF_S * 2 ** (refusals - 1), LAST_BACKOFF_S);
      const window = opened(seconds ?? backoff, refusals);
      const until = Math.max(window.until, already ?? 0);
      change(key, { ...window, until });
      return until;
    },
    succeed(scope, usedUpFor) {
      const key = keyOf(scope);
      if (usedUpFor) change(key, opened(usedUpFor, 0));
      else if (windows.has(key)) change(key, null);
    },
    forget() {
      windows.clear();
      store.remove(KEY);
      notify();
    },
    subscribe,
  };
}

function read(stored: unknown): Map<string, Window> {
  if (!Array.isArray(stored)) return new Map();
  return new Map(
    stored.filter((entry): entry is [string, Window] => {
      const [scope, window] = Array.isArray(entry) ? entry : [];
      const moments = [window?.from, window?.until, window?.refusals];
      return typeof scope === 'string' && moments.every(Number.isFinite);
    }),
  );
}
