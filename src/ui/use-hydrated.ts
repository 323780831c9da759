import { createContext, useContext } from 'react';

/** See {@link useHydrated}. `app/` provides it. */
export const HydratedContext = createContext(true);

/** Whether the page may differ from the prerendered HTML: false during hydration, always true without a prerendered page. */
export function useHydrated(): boolean {
  return useContext(HydratedContext);
}
