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

/** `open` is a function because even touching `window.localStorage` throws where cookies are blocked. */
export function createJsonStore(open: () => Storage): JsonStore {
  const fallback = new Map<string, string>();
  const area = attempt(open);

  return {
    get(key) {
      // What could not be stored is newer than what still is.
      const text = fallback.get(key) ?? attempt(() => area?.getItem(PREFIX + key)) ?? null;
      return text === null ? null : (attempt(() => JSON.parse(text) as unknown) ?? null);
    },
    set(key, value) {
      const text = JSON.stringify(value);
      const stored = attempt(() => {
        area?.setItem(PREFIX + key, text);
        return area !== null && area !== undefined;
      });
      if (stored) fallback.delete(key);
      else fallback.set(key, text);
    },
    remove(key) {
      fallback.delete(key);
      attempt(() => area?.removeItem(PREFIX + key));
    },
    onOtherTab(changed) {
      const listen = (event: StorageEvent) => {
        if (event.storageArea !== area) return;
        const key = event.key?.startsWith(PREFIX) ? event.key.slice(PREFIX.length) : null;
        if (event.key !== null && key === null) return;
        // The other tab's word is newer than what could not be stored here.
        if (key === null) fallback.clear();
        else fallback.delete(key);
        changed(key);
      };
      addEventListener('storage', listen);
      return () => removeEventListener('storage', listen);
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

let local: JsonStore | undefined;
let tab: JsonStore | undefined;

/** Shared by all tabs, survives the browser. One store for the whole page, so that its memory is one as well. */
export const localStore = (): JsonStore => (local ??= createJsonStore(() => window.localStorage));
/** This tab's own, survives reload. One for the whole page, too. */
export const tabStore = (): JsonStore => (tab ??= createJsonStore(() => window.sessionStorage));
/** For tests and for what must not outlive the page. */
export function memoryStore(): JsonStore {
  const store = createJsonStore(() => {
    throw new Error('memory only');
  });
  // No other tab can reach it.
  return { ...store, onOtherTab: () => () => {} };
}
