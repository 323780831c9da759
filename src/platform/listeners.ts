/** Who wants to know of a change. */
export type Listeners = {
  /** Calls each of them, those that unsubscribe meanwhile included. */
  readonly notify: () => void;
  /** The answer unsubscribes. */
  readonly subscribe: (changed: () => void) => () => void;
};

export function createListeners(): Listeners {
  const listeners = new Set<() => void>();
  return {
    notify() {
      for (const changed of [...listeners]) changed();
    },
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}
