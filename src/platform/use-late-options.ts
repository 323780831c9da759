import { useMemo } from 'react';
import { breathe } from './clock.ts';
import { usePlatform } from './platform-context.ts';

/** When a part that can wait is fetched: in a task of its own, and again when the network returns. */
export function useLateOptions() {
  const { clock, online } = usePlatform();
  return useMemo(() => ({ when: () => breathe(clock), again: online.subscribe }), [clock, online]);
}
