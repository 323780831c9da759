import { createContext, useContext, useSyncExternalStore } from 'react';
import type { UnlockState } from './machine.ts';
import type { Unlocker } from './unlocker.ts';

export const UnlockContext = createContext<Unlocker | null>(null);

/** @throws outside the provider in `app/` */
export function useUnlocker(): Unlocker {
  const unlocker = useContext(UnlockContext);
  if (!unlocker) throw new Error('useUnlocker needs UnlockContext');
  return unlocker;
}

export function useUnlockState(doorId: string): UnlockState {
  const unlocker = useUnlocker();
  return useSyncExternalStore(unlocker.subscribe, () => unlocker.state(doorId));
}
