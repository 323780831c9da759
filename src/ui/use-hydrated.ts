import { createContext, useContext } from 'react';

/** False while React takes over the prerendered page, see {@link useHydrated}. `app/` sets it up. */
export const HydratedContext = createContext(true);

/**
 * Whether the page may differ from what was rendered at build: false while React takes over the prerendered page, which
 * knows neither this device nor the operator, and true at once where there is none to take over.
 */
export function useHydrated(): boolean {
  return useContext(HydratedContext);
}
