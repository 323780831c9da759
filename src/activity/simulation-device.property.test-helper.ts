import type { Channel, JsonStore, TabLock } from '#platform';

type Area = Map<string, string>;

/** What the pages of one browser share: storage, locks and a channel. A closed page releases its locks and listeners. */
export function createBrowser() {
  const area: Area = new Map();
  const watchers = new Map<object, (key: string) => void>();
  const listeners = new Map<object, () => void>();
  const locks = new Map<string, object>();
  const others = <T>(all: Map<object, T>, page: object) =>
    [...all].filter(([one]) => one !== page).map(([, call]) => call);

  const storeFor = (page: object): JsonStore => ({
    get: (key) => JSON.parse(area.get(key) ?? 'null') as unknown,
    set(key, value) {
      area.set(key, JSON.stringify(value));
      for (const changed of others(watchers, page)) changed(key);
    },
    remove: (key) => void area.delete(key),
    onOtherTab(changed) {
      const before = watchers.get(page);
      watchers.set(page, (key) => {
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
      // Like the lease in storage, the weaker of the two locks: its holder can take it again.
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
    watchers.delete(page);
    listeners.delete(page);
    for (const [name, holder] of locks) if (holder === page) locks.delete(name);
  };

  return { storeFor, channelFor, lockFor, close };
}

export type Browser = ReturnType<typeof createBrowser>;
