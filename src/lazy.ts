/** A value that is loaded on first use. */
export type Lazy<T> = {
  /** The loaded value; null before that. */
  readonly get: () => T | null;
  /** Loads the value once. Rejects when that fails; the next call tries again. */
  readonly load: () => Promise<T>;
};

/** Loads a value on first use; `fetchValue` is usually a dynamic import. */
export function createLazy<T>(fetchValue: () => Promise<T>): Lazy<T> {
  let value: T | null = null;
  let pending: Promise<T> | null = null;
  const fetchOnce = async () => {
    try {
      value = await fetchValue();
      return value;
    } catch (error) {
      pending = null;
      throw error;
    }
  };
  return {
    get: () => value,
    load: () => {
      pending ??= fetchOnce();
      return pending;
    },
  };
}
