import { useSyncExternalStore } from 'react';

const never = () => () => {};

/**
 * Whether the page may differ from what was rendered at build: false while React takes over the prerendered page, which
 * knows neither this device nor the operator, and true at once where there is none to take over.
 */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
