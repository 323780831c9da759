import { useSyncExternalStore } from 'react';
import { useRateLimitServices } from './rate-limit.ts';

const nothingToWatch = () => () => {};

/**
 * Epoch ms at which the API is asked again whether it is well; null while it is. Meanwhile nothing but an open command is
 * sent, so what asks for something rests.
 */
export function useTrouble(): number | null {
  const { breaker } = useRateLimitServices();
  return useSyncExternalStore(breaker?.subscribe ?? nothingToWatch, () => {
    const state = breaker?.state();
    return state?.kind === 'open' ? state.nextProbeAt : null;
  });
}
