/** Whoever wants to hear of a change. */
export type Watchers = {
  /** Calls all of them back, those that leave meanwhile included. */
  tell(): void;
  /** The answer unsubscribes. */
  subscribe(changed: () => void): () => void;
};

export function createWatchers(): Watchers {
  const watchers = new Set<() => void>();
  return {
    tell() {
      for (const changed of [...watchers]) changed();
    },
    subscribe(changed) {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
  };
}
