import { createContext, useContext, useEffect, useSyncExternalStore } from 'react';
import type { CircuitBreaker, RateWindows } from '#api';
import { createListeners } from '#platform';

/** Which limits matter to the page in view: the banner counts down for these and no others. */
export type WatchedScopes = {
  /** The answer stops watching. */
  watch(scopes: readonly string[]): () => void;
  /** Epoch ms until which the longest of them is closed; null when all are open. */
  until(): number | null;
  subscribe(changed: () => void): () => void;
};

export function createWatchedScopes(windows: RateWindows): WatchedScopes {
  const watched = new Set<readonly string[]>();
  const { notify, subscribe } = createListeners();
  windows.subscribe(notify);
  return {
    watch(scopes) {
      watched.add(scopes);
      notify();
      return () => {
        watched.delete(scopes);
        notify();
      };
    },
    until() {
      const ends = [...watched].flat().map((scope) => windows.blockedUntil(scope) ?? 0);
      const last = Math.max(0, ...ends);
      return last === 0 ? null : last;
    },
    subscribe,
  };
}

export type RateLimitServices = {
  readonly windows: RateWindows;
  readonly watched: WatchedScopes;
  /** Whether the API is well; null where it cannot be asked. */
  readonly breaker: CircuitBreaker | null;
};

export const RateLimitContext = createContext<RateLimitServices | null>(null);

export function useRateLimitServices(): RateLimitServices {
  const services = useContext(RateLimitContext);
  if (!services) throw new Error('useRateLimitServices needs RateLimitContext');
  return services;
}

/**
 * Epoch ms until which nothing of this scope is sent, else null; the banner counts down meanwhile. A scope of null is
 * none. Renders again when the window closes or opens; combine with `useSecondsUntil` to see it end.
 */
export function useRateLimit(scope: string | null): number | null {
  const { windows, watched } = useRateLimitServices();
  useEffect(() => (scope === null ? undefined : watched.watch([scope])), [watched, scope]);
  const until = () => (scope === null ? null : windows.blockedUntil(scope));
  return useSyncExternalStore(windows.subscribe, until, until);
}
