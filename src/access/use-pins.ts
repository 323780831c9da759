import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import { useSignedIn } from '#session';
import type { Pins } from './pins.ts';

export const PinsContext = createContext<Pins | null>(null);

/**
 * The signed-in tenant's pinned doors, in the order in which they were pinned, and a function that pins or unpins a door.
 *
 * @throws outside the provider in `app/`
 */
export function usePins(): { readonly pinnedIds: readonly string[]; readonly toggle: (doorId: string) => void } {
  const pins = useContext(PinsContext);
  if (!pins) throw new Error('usePins needs PinsContext');
  const { tenant } = useSignedIn();
  const pinnedIds = useSyncExternalStore(pins.subscribe, () => pins.list(tenant));
  const toggle = useCallback((doorId: string) => pins.toggle(tenant, doorId), [pins, tenant]);
  return { pinnedIds, toggle };
}
