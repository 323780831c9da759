import { createStore, del, entries, set, update } from 'idb-keyval';
import type { Device } from './device.ts';

/** A persisted set of records by id. Every call is one transaction, so two tabs never overwrite each other's records. */
export type RecordStore<T> = {
  all(): Promise<T[]>;
  put(id: string, record: T): Promise<void>;
  /** Changes a record that exists; does nothing when it is gone. */
  change(id: string, change: (record: T) => T): Promise<void>;
  /** Gives whether it is gone from the device, too. */
  remove(id: string): Promise<boolean>;
  /** Whether the device refused: what it holds was not read, and is not changed any more. */
  isBroken(): boolean;
};

/** In memory: for tests, and where the browser offers no IndexedDB (some private modes). */
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

/** In IndexedDB, falling back to memory for good when it cannot be opened; losing a record never breaks the page. */
export function indexedRecords<T>({ indexedDB }: Pick<Device, 'indexedDB'>, name: string): RecordStore<T> {
  const memory = memoryRecords<T>();
  let broken = !indexedDB;
  const store = broken ? undefined : attemptStore(name);

  async function either<R>(persisted: () => Promise<R>, inMemory: () => Promise<R>): Promise<R> {
    if (broken) return inMemory();
    try {
      // Safari closes connections on its own now and then; the second try opens a new one.
      return await persisted().catch(persisted);
    } catch {
      broken = true;
      return inMemory();
    }
  }

  return {
    all: () =>
      either(
        async () => (await entries<string, T>(store)).map(([, record]) => record),
        () => memory.all(),
      ),
    put: (id, record) =>
      either(
        () => set(id, record, store),
        () => memory.put(id, record),
      ),
    change: (id, change) =>
      either(
        () => changeExisting(id, change, store),
        () => memory.change(id, change),
      ),
    // Tried even where all else is kept in memory: what was written before that still lies there.
    async remove(id) {
      await memory.remove(id);
      if (!indexedDB) return true;
      return either(
        () => del(id, store),
        () => del(id, store),
      ).then(
        () => true,
        () => false,
      );
    },
    // Where there is no IndexedDB at all, nothing lies in it.
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
        // Throwing inside the transaction is the one way to leave a record absent that another tab removed.
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
