import { createContext, useContext, useEffect, useSyncExternalStore } from 'react';
import type { CircuitBreaker, RateWindows } from '#api';
import { createListeners } from '#platform';

/** The rate-limit scopes of the current page. The banner counts down for these only. */
export type WatchedScopes = {
  /** Returns a function that stops watching. */
  watch(scopes: readonly string[]): () => void;
  /** Epoch ms at which the last of their blocks ends; null when none is blocked. */
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
      return Math.max(0, ...ends) || null;
    },
    subscribe,
  };
}

export type RateLimitServices = {
  readonly windows: RateWindows;
  readonly watched: WatchedScopes;
  /** The API's circuit breaker; null where the API has none. */
  readonly breaker: CircuitBreaker | null;
};

export const RateLimitContext = createContext<RateLimitServices | null>(null);

export function useRateLimitServices(): RateLimitServices {
  const services = useContext(RateLimitContext);
  if (!services) throw new Error('useRateLimitServices needs RateLimitContext');
  return services;
}

/**
 * Epoch ms until which requests of this scope are blocked, else null. The banner counts down to it. Renders again when a block
 * starts or is lifted; combine with `useSecondsUntil` to render when it ends. `scope` null: no scope.
 */
export function useRateLimit(scope: string | null): number | null {
  const { windows, watched } = useRateLimitServices();
  useEffect(() => (scope === null ? undefined : watched.watch([scope])), [watched, scope]);
  const until = () => (scope === null ? null : windows.blockedUntil(scope));
  return useSyncExternalStore(windows.subscribe, until, until);
}
