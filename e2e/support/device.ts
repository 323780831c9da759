import type { Page } from '@playwright/test';

/** Everything stored on the device, as text by storage area, and the records of the activity. */
export type DeviceContents = {
  readonly places: Readonly<Record<string, string>>;
  readonly history: readonly HistoryRecord[];
};

/** The stored record of a press; see src/activity/record.ts. */
export type HistoryRecord = {
  readonly doorName: string | null;
  readonly outcome: { readonly message?: string | null };
  readonly report: { readonly kind: string };
};

type Found = {
  readonly databases: Readonly<Record<string, unknown[]>>;
  readonly places: Readonly<Record<'local' | 'session' | 'caches' | 'title' | 'state', string>>;
};

/** Reads storage, databases, caches, cookies, the title and the history state. */
export async function readDevice(page: Page): Promise<DeviceContents> {
  const cookies = JSON.stringify(await page.context().cookies());
  const { databases, places } = await page.evaluate(async (): Promise<Found> => {
    const answerTo = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const databases: Record<string, unknown[]> = {};
    for (const { name } of await indexedDB.databases()) {
      if (!name) continue;
      const database = await answerTo(indexedDB.open(name));
      const stores = [...database.objectStoreNames];
      databases[name] = (
        await Promise.all(stores.map((store) => answerTo(database.transaction(store).objectStore(store).getAll())))
      ).flat();
      database.close();
    }
    const cached: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      cached.push(name, ...(await cache.keys()).map(({ url }) => url));
    }
    const places = {
      local: JSON.stringify({ ...localStorage }),
      session: JSON.stringify({ ...sessionStorage }),
      caches: JSON.stringify(cached),
      title: document.title,
      state: JSON.stringify(history.state),
    };
    return { databases, places };
  });
  const { 'door-access-activity': presses = [], ...others } = databases;
  return {
    places: { ...places, cookies, databases: JSON.stringify(others) },
    history: presses as HistoryRecord[],
  };
}

/** Personal values of an API response: names, ids, numbers, balances. Values of 3 characters or less could match by chance. */
export function personalValues(answer: unknown): string[] {
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([key, value]) => {
    const isPersonal =
      typeof value === 'string' && value.length > 3 && /(^|_)(id|name|number|token|key|balance)$/.test(key);
    return isPersonal ? [value] : personalValues(value);
  });
}
