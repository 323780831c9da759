import { useSyncExternalStore } from 'react';
import { useRateLimitServices } from './rate-limit.ts';

const neverChanges = () => () => {};

/**
 * Epoch ms of the next health check while the API's circuit breaker is open, else null. While it is open only open commands
 * are sent, so other controls are disabled.
 */
export function useTrouble(): number | null {
  const { breaker } = useRateLimitServices();
  return useSyncExternalStore(breaker?.subscribe ?? neverChanges, () => {
    const state = breaker?.state();
    return state?.kind === 'open' ? state.nextProbeAt : null;
  });
}
