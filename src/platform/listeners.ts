/** Who wants to know of a change; `Facts` is what they are told. */
type Listeners<Facts extends readonly unknown[] = []> = {
  /** Calls each of them, those that unsubscribe meanwhile included. */
  readonly notify: (...facts: Facts) => void;
  /** The answer unsubscribes. */
  readonly subscribe: (changed: (...facts: Facts) => void) => () => void;
};

export function createListeners<Facts extends readonly unknown[] = []>(): Listeners<Facts> {
  const listeners = new Set<(...facts: Facts) => void>();
  return {
    notify(...facts) {
      for (const changed of [...listeners]) changed(...facts);
    },
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}
