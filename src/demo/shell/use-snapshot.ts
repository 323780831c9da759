import { useSyncExternalStore } from 'react';

type Store = { subscribe(changed: () => void): () => void };

/** A value of a store; renders again when it changes. */
export function useSnapshot<T>(store: Store, getSnapshot: () => T): T {
  return useSyncExternalStore(store.subscribe, getSnapshot);
}
