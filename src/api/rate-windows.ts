import type { Clock, JsonStore } from '#platform';

/**
 * When what may be sent again. A scope is one limit of one server: the route family, and the number or the tenant it
 * counts by. Known synchronously, shared by all tabs, kept through reload.
 */
export type RateWindows = {
  /** Epoch ms by this device's clock until which nothing of this scope is sent; null when it is open. */
  until(scope: string): number | null;
  /** Closes the scope. `seconds` null: the server named no time, so each refusal in a row waits twice as long. */
  close(scope: string, seconds: number | null): number;
  /** A success: whatever refusals came before are forgotten. */
  reopen(scope: string): void;
  /** Calls back when any window opens or closes, in this tab or another; the answer unsubscribes. */
  subscribe(changed: () => void): () => void;
};

type Window = { readonly until: number; readonly refusals: number };

const KEY = 'rate-windows';
const FIRST_BACKOFF_S = 5;
const LAST_BACKOFF_S = 80;
/** A longer time is believed, but not held against a person for longer than this without asking the server again. */
const LONGEST_S = 3600;

export function createRateWindows(store: JsonStore, clock: Clock): RateWindows {
  const listeners = new Set<() => void>();
  let windows = read(store.get(KEY));

  store.onOtherTab((key) => {
    if (key !== null && key !== KEY) return;
    windows = read(store.get(KEY));
    for (const changed of listeners) changed();
  });

  function write(next: Map<string, Window>) {
    windows = next;
    store.set(KEY, [...next]);
    for (const changed of listeners) changed();
  }

  return {
    until(scope) {
      const window = windows.get(scope);
      // A clock that was set back must not lock anybody out for longer than the longest window there can be.
      if (!window || window.until <= clock.now() || window.until > clock.now() + LONGEST_S * 1000) return null;
      return window.until;
    },
    close(scope, seconds) {
      // Another tab may have written since; its windows count too. What ended an hour ago is forgotten.
      const next = read(store.get(KEY));
      for (const [key, window] of next) if (window.until < clock.now() - LONGEST_S * 1000) next.delete(key);
      const refusals = (next.get(scope)?.refusals ?? 0) + 1;
      const backoff = Math.min(FIRST_BACKOFF_S * 2 ** (refusals - 1), LAST_BACKOFF_S);
      const until = clock.now() + Math.min(seconds ?? backoff, LONGEST_S) * 1000;
      next.set(scope, { until, refusals });
      write(next);
      return until;
    },
    reopen(scope) {
      if (!windows.has(scope)) return;
      const next = read(store.get(KEY));
      next.delete(scope);
      write(next);
    },
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}

function read(stored: unknown): Map<string, Window> {
  if (!Array.isArray(stored)) return new Map();
  return new Map(
    stored.filter((entry): entry is [string, Window] => {
      const [scope, window] = Array.isArray(entry) ? entry : [];
      return typeof scope === 'string' && typeof window?.until === 'number' && typeof window?.refusals === 'number';
    }),
  );
}
