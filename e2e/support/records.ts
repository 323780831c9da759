import type { Page } from '@playwright/test';

/** How many records one of the page's databases holds; none where the app has not made it yet. */
export function recordsIn(page: Page, name: string): Promise<number> {
  return page.evaluate(async (database) => {
    // Opening it would make it, empty.
    if (!(await indexedDB.databases()).some((known) => known.name === database)) return 0;
    const answerTo = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const opened = await answerTo(indexedDB.open(database));
    const count = await answerTo(opened.transaction('records').objectStore('records').count());
    opened.close();
    return count;
  }, name);
}
