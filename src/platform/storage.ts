import { type Listenable, listen } from './listen.ts';

/** A store of JSON values. Never throws: falls back to memory where the browser refuses (private mode, quota). */
export type JsonStore = {
  /** The value; null when it is missing or invalid JSON. */
  get(key: string): unknown;
  set(key: string, value: unknown): void;
  remove(key: string): void;
  /** Calls back with the key that another tab changed, null for all keys. Returns an unsubscribe function. */
  onOtherTab(changed: (key: string | null) => void): () => void;
};

/** Separates the keys from those of other apps on the same origin. */
const PREFIX = 'door-access:';

/**
 * `open` is a function because reading `window.localStorage` throws where cookies are blocked. Without `page`,
 * `onOtherTab` never calls back.
 */
export function createJsonStore(open: () => Storage, page?: Listenable): JsonStore {
  const fallback = new Map<string, string>();

  return {
    get(key) {
      // A value that could not be written to storage is newer than the one in storage.
      const text = fallback.get(key) ?? attempt(() => open().getItem(PREFIX + key)) ?? null;
      return text === null ? null : (attempt(() => JSON.parse(text) as unknown) ?? null);
    },
    set(key, value) {
      const text = JSON.stringify(value);
      const stored = attempt(() => {
        open().setItem(PREFIX + key, text);
        return true;
      });
      if (stored) fallback.delete(key);
      else fallback.set(key, text);
    },
    remove(key) {
      fallback.delete(key);
      attempt(() => open().removeItem(PREFIX + key));
    },
    onOtherTab(changed) {
      const onStorage = (event: StorageEvent) => {
        if (event.storageArea !== attempt(open)) return;
        const key = event.key?.startsWith(PREFIX) ? event.key.slice(PREFIX.length) : null;
        if (event.key !== null && key === null) return;
        // The other tab's value is newer than one that could not be stored here.
        if (key === null) fallback.clear();
        else fallback.delete(key);
        changed(key);
      };
      return page ? listen(page, ['storage'], onStorage) : () => {};
    },
  };
}

function attempt<T>(run: () => T): T | null {
  try {
    return run();
  } catch {
    return null;
  }
}

/** A store that is lost with the page and not shared with other tabs. */
export function memoryStore(): JsonStore {
  return createJsonStore(() => {
    throw new Error('memory only');
  });
}
