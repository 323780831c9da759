import { expect } from 'vitest';
import { soon } from './soon.ts';
import { openDoor, people, signIn, test } from './visit.ts';

/** All that this origin keeps on the device, as one text. */
const KEPT = `
  const answerTo = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const kept = { local: { ...localStorage }, session: { ...sessionStorage }, cookies: document.cookie, records: {} };
  for (const { name } of await indexedDB.databases()) {
    const database = await answerTo(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const objects = database.transaction(store).objectStore(store);
      kept.records[name + '/' + store] = [await answerTo(objects.getAllKeys()), await answerTo(objects.getAll())];
    }
    database.close();
  }
  kept.caches = await globalThis.caches?.keys();
  return JSON.stringify(kept);`;

/** What tells one tenant from another, or what they did: number, doors, places. */
const theirs = (phone: string) => [phone, phone.slice(2), '303) 555-0101', 'B204', 'Denver', '"token"', '"tenant"'];

test('after sign-out this device keeps nothing of the person', async ({ visit }) => {
  const { tab } = visit;
  await signIn(visit);
  await openDoor(tab, 'B204');
  // Else the rule would prove nothing.
  expect(await tab.runAsync<string>(KEPT)).toContain('B204');
  await tab.press('Sign out');
  await tab.isAt('Sign in');
  await soon('nothing of the person is left', async () => {
    const kept = await tab.runAsync<string>(KEPT);
    const left = theirs(people.oneAccount).filter((text) => kept.includes(text));
    if (left.length > 0) throw new Error(`${left.join(', ')} in ${kept}`);
    return true;
  });
});
