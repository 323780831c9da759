import type { Channel, JsonStore, TabLock } from '#platform';

type StoredValues = Map<string, string>;

/** What the pages of one browser share: storage, locks and a channel. A closed page releases its locks and listeners. */
export function createBrowser() {
  const stored: StoredValues = new Map();
  const storageListeners = new Map<object, (key: string) => void>();
  const listeners = new Map<object, () => void>();
  const locks = new Map<string, object>();
  const others = <T>(all: Map<object, T>, page: object) =>
    [...all].filter(([one]) => one !== page).map(([, call]) => call);

  const storeFor = (page: object): JsonStore => ({
    get: (key) => JSON.parse(stored.get(key) ?? 'null') as unknown,
    set(key, value) {
      stored.set(key, JSON.stringify(value));
      for (const changed of others(storageListeners, page)) changed(key);
    },
    remove: (key) => void stored.delete(key),
    onOtherTab(changed) {
      const before = storageListeners.get(page);
      storageListeners.set(page, (key) => {
        before?.(key);
        changed(key);
      });
      return () => {};
    },
  });

  const channelFor = (page: object): Channel => ({
    announce() {
      for (const notify of others(listeners, page)) queueMicrotask(notify);
    },
    listen(changed) {
      listeners.set(page, changed);
      return () => listeners.delete(page);
    },
  });

  const lockFor =
    (page: object): TabLock =>
    async (name, work) => {
      // Like the lease in storage, which is the weaker of the two locks: its holder can take it again.
      if (locks.has(name) && locks.get(name) !== page) return false;
      locks.set(name, page);
      try {
        await work();
      } finally {
        if (locks.get(name) === page) locks.delete(name);
      }
      return true;
    };

  const close = (page: object) => {
    storageListeners.delete(page);
    listeners.delete(page);
    for (const [name, holder] of locks) if (holder === page) locks.delete(name);
  };

  return { storeFor, channelFor, lockFor, close };
}

export type Browser = ReturnType<typeof createBrowser>;
