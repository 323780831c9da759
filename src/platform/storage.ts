import { type Listenable, listen } from './listen.ts';

/** A small store of JSON values. Never throws: where the browser refuses (private mode, full), memory serves. */
export type JsonStore = {
  /** The value as parsed JSON, or null when there is none or it cannot be read. */
  get(key: string): unknown;
  set(key: string, value: unknown): void;
  remove(key: string): void;
  /** Calls back with the key that another tab changed; null stands for all of them. The answer unsubscribes. */
  onOtherTab(changed: (key: string | null) => void): () => void;
};

/** Keys of this app carry a prefix, so that another app on the same origin keeps its own. */
const PREFIX = 'door-access:';

/**
 * `open` is a function because even touching `window.localStorage` throws where cookies are blocked. Without `page` no
 * other tab is heard.
 */
export function createJsonStore(open: () => Storage, page?: Listenable): JsonStore {
  const fallback = new Map<string, string>();

  return {
    get(key) {
      // What could not be stored is newer than what still is.
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
      const heard = (event: StorageEvent) => {
        if (event.storageArea !== attempt(open)) return;
        const key = event.key?.startsWith(PREFIX) ? event.key.slice(PREFIX.length) : null;
        if (event.key !== null && key === null) return;
        // The other tab's word is newer than what could not be stored here.
        if (key === null) fallback.clear();
        else fallback.delete(key);
        changed(key);
      };
      return page ? listen(page, ['storage'], heard) : () => {};
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

/** For what must not outlive the page. No other tab can reach it. */
export function memoryStore(): JsonStore {
  return createJsonStore(() => {
    throw new Error('memory only');
  });
}
