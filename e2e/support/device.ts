import type { Page } from '@playwright/test';

/** What a page's device holds, as text by place; records of the history apart, each by itself. */
export type DeviceContents = {
  readonly places: Readonly<Record<string, string>>;
  readonly history: readonly HistoryRecord[];
};

/** What a press looks like in storage; see src/activity/record.ts. */
export type HistoryRecord = {
  readonly doorName: string | null;
  readonly outcome: { readonly message?: string | null };
  readonly report: { readonly kind: string };
};

type Found = {
  readonly databases: Readonly<Record<string, unknown[]>>;
  readonly places: Readonly<Record<'local' | 'session' | 'caches' | 'title' | 'state', string>>;
};

/** Everything that a page can keep: storage, databases, caches, cookies, its title and its history's state. */
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

/** What an answer of the API says of a person: names, ids, numbers, sums; longer than a word that stands anywhere. */
export function factsIn(answer: unknown): string[] {
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([key, value]) => {
    const isFact =
      typeof value === 'string' && value.length > 3 && /(^|_)(id|name|number|token|key|balance)$/.test(key);
    return isFact ? [value] : factsIn(value);
  });
}
