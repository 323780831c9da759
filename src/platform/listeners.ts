/** A set of callbacks; `Args` are their arguments. */
type Listeners<Args extends readonly unknown[] = []> = {
  /** Calls all callbacks, including those that unsubscribe during the call. */
  readonly notify: (...args: Args) => void;
  /** Returns an unsubscribe function. */
  readonly subscribe: (changed: (...args: Args) => void) => () => void;
};

export function createListeners<Args extends readonly unknown[] = []>(): Listeners<Args> {
  const listeners = new Set<(...args: Args) => void>();
  return {
    notify(...args) {
      for (const changed of [...listeners]) changed(...args);
    },
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}
