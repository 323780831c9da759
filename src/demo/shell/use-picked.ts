import { useSyncExternalStore } from 'react';

type Watched = { subscribe(changed: () => void): () => void };

/** One thing that something tells of itself; read again whenever it says that it changed. */
export function usePicked<T>(from: Watched, pick: () => T): T {
  return useSyncExternalStore(from.subscribe, pick);
}
