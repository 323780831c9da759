import { createStore, del, entries, set, update } from 'idb-keyval';
import type { Device } from './device.ts';

/** A persisted set of records by id. Every call is one transaction, so two tabs never overwrite each other's records. */
export type RecordStore<T> = {
  all(): Promise<T[]>;
  put(id: string, record: T): Promise<void>;
  /** Changes a record that exists; does nothing when it is gone. */
  change(id: string, change: (record: T) => T): Promise<void>;
  /** Resolves with whether the record is removed from the device, too. */
  remove(id: string): Promise<boolean>;
  /** Whether IndexedDB failed. After that it is only used to remove records. */
  isBroken(): boolean;
};

/** In memory, for tests and for browsers without IndexedDB (some private modes). */
export function memoryRecords<T>(records = new Map<string, T>()): RecordStore<T> {
  return {
    all: async () => [...records.values()],
    put: async (id, record) => void records.set(id, record),
    change: async (id, change) => {
      const record = records.get(id);
      if (record !== undefined) records.set(id, change(record));
    },
    remove: async (id) => {
      records.delete(id);
      return true;
    },
    isBroken: () => false,
  };
}

/** In IndexedDB. After a failure it uses memory until the page is closed; it never rejects. */
export function indexedRecords<T>({ indexedDB }: Pick<Device, 'indexedDB'>, name: string): RecordStore<T> {
  const memory = memoryRecords<T>();
  let broken = !indexedDB;
  const store = broken ? undefined : attemptStore(name);

  async function withFallback<R>(persisted: () => Promise<R>, inMemory: () => Promise<R>): Promise<R> {
    if (broken) return inMemory();
    try {
      // Safari sometimes closes a connection; the retry opens a new one.
      return await persisted().catch(persisted);
    } catch {
      broken = true;
      return inMemory();
    }
  }

  return {
    all: () =>
      withFallback(
        async () => (await entries<string, T>(store)).map(([, record]) => record),
        () => memory.all(),
      ),
    put: (id, record) =>
      withFallback(
        () => set(id, record, store),
        () => memory.put(id, record),
      ),
    change: (id, change) =>
      withFallback(
        () => changeExisting(id, change, store),
        () => memory.change(id, change),
      ),
    // Tries IndexedDB even after a failure, for records written before it.
    async remove(id) {
      await memory.remove(id);
      if (!indexedDB) return true;
      return withFallback(
        () => del(id, store),
        () => del(id, store),
      ).then(
        () => true,
        () => false,
      );
    },
    // Without IndexedDB nothing is stored in it.
    isBroken: () => broken && store !== undefined,
  };
}

const GONE = Symbol('gone');

async function changeExisting<T>(
  id: string,
  change: (record: T) => T,
  store: ReturnType<typeof createStore> | undefined,
) {
  try {
    await update<T>(
      id,
      (record) => {
        // `update` always writes. Throwing is the only way not to restore a record that another tab removed.
        if (record === undefined) throw GONE;
        return change(record);
      },
      store,
    );
  } catch (error) {
    if (error !== GONE) throw error;
  }
}

function attemptStore(name: string) {
  try {
    return createStore(name, 'records');
  } catch {
    return undefined;
  }
}
