import type { Page } from '@playwright/test';

/** The number of records in one of the page's databases; 0 when it does not exist. */
export function recordsIn(page: Page, name: string): Promise<number> {
  return page.evaluate(async (database) => {
    // Opening a missing database would create it.
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
