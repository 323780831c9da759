import { expect } from 'vitest';
import { openDoor, phones, signIn, signOut, test } from './visit.ts';
import { waitFor } from './wait-for.ts';

/** Everything that this origin stores, as text. */
const READ_STORAGE = `
  const answerTo = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const stored = { local: { ...localStorage }, session: { ...sessionStorage }, cookies: document.cookie, records: {} };
  for (const { name } of await indexedDB.databases()) {
    const database = await answerTo(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const objects = database.transaction(store).objectStore(store);
      stored.records[name + '/' + store] = [await answerTo(objects.getAllKeys()), await answerTo(objects.getAll())];
    }
    database.close();
  }
  stored.caches = await globalThis.caches?.keys();
  return JSON.stringify(stored);`;

/** Personal data of the tenant: phone number, doors, locations, token. */
const personalData = (phone: string) => [
  phone,
  phone.slice(2),
  '303) 555-0101',
  'B204',
  'Denver',
  '"token"',
  '"tenant"',
];

test('leaves no data of the tenant on the device after sign-out', async ({ visit }) => {
  const { tab } = visit;
  await signIn(visit);
  await openDoor(tab, 'B204');
  // Without stored data the check below would be empty.
  expect(await tab.runAsync<string>(READ_STORAGE)).toContain('B204');
  await signOut(tab);
  await tab.waitForHeading('Sign in');
  await waitFor('no data of the tenant is left', async () => {
    const stored = await tab.runAsync<string>(READ_STORAGE);
    const left = personalData(phones.oneAccount).filter((text) => stored.includes(text));
    if (left.length > 0) throw new Error(`${left.join(', ')} in ${stored}`);
    return true;
  });
});
