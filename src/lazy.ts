/** Code, or data, that is fetched when it is first wanted. */
export type Lazy<T> = {
  /** What has been fetched; null before that. */
  readonly get: () => T | null;
  /** Fetches it, once for all who ask. Rejects where it cannot be had, and may be asked again then. */
  readonly load: () => Promise<T>;
};

/** The one way in which parts of the app are loaded later; `fetchPart` is usually a dynamic import. */
export function createLazy<T>(fetchPart: () => Promise<T>): Lazy<T> {
  let part: T | null = null;
  let coming: Promise<T> | null = null;
  const fetchOnce = async () => {
    try {
      part = await fetchPart();
      return part;
    } catch (error) {
      coming = null;
      throw error;
    }
  };
  return {
    get: () => part,
    load: () => {
      coming ??= fetchOnce();
      return coming;
    },
  };
}
