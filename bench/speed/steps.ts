import { expect, type Page } from '@playwright/test';
import { type App, words } from './world.ts';

/** Long, as all of it may run on a slow processor. Ms. */
export const PATIENCE_MS = 60_000;
const patient = { timeout: PATIENCE_MS };

export const doorLinks = (page: Page) => page.locator('.door-link');
export const openButton = (page: Page) =>
  page.getByRole('button', { name: words.unlock.openDoor({ name: '' }).trim() });
export const refreshButton = (page: Page) => page.getByRole('button', { name: words.doors.refresh });
export const searchField = (page: Page) => page.getByRole('searchbox', { name: words.doors.search });

/** From a first visit to the list of doors, with every key typed. */
export async function signIn(page: Page, { url, facility }: App, number: string): Promise<void> {
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(url);
  const field = page.getByRole('textbox', { name: words.signIn.phoneNumber });
  await field.click();
  await page.keyboard.type(number.slice(2), { delay: 50 });
  await page.getByRole('button', { name: words.signIn.sendCode }).click();
  const code = page.getByRole('textbox', { name: words.signIn.code });
  await code.waitFor();
  await code.click();
  await page.keyboard.type(await facility.code(number), { delay: 50 });
  await doorLinks(page).first().waitFor();
}

/** Opens the door in view, and waits until that is told. */
export async function open(page: Page): Promise<void> {
  await openButton(page).click();
  await expect(page.locator('.unlock')).toHaveAttribute('data-state', 'opened', patient);
}

/** Back from a door's page to the list. */
export async function goBack(page: Page): Promise<void> {
  await page.getByRole('link', { name: words.unlock.back }).click();
  await doorLinks(page).first().waitFor();
}

/** Another address of the app without loading it again, as a link of its own would. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => history.pushState(null, '', to), address);
}

/** The addresses of the first so many doors on the list that may be opened. */
export async function openable(page: Page, count: number): Promise<string[]> {
  const cards = page.locator('.door[data-state="permitted"] .door-link');
  const addresses = await cards.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  if (addresses.length === 0) throw new Error('No door on the list may be opened.');
  return addresses.slice(0, count);
}

/** Asks for the list anew, and waits until that is over. */
export async function refresh(page: Page): Promise<void> {
  const answered = page.waitForResponse(/\/tenant\/access$/);
  await refreshButton(page).click();
  await (await answered).finished();
  await expect(refreshButton(page)).not.toHaveAttribute('aria-disabled', 'true', patient);
}

/** Leaves the app and removes all that it keeps but who is signed in, so that the next visit fetches everything anew. */
export async function forgetAllButSession(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/icon.svg`);
  await page.evaluate(async () => {
    for (const key of Object.keys(localStorage)) if (!/session/.test(key)) localStorage.removeItem(key);
    sessionStorage.clear();
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue;
      await new Promise<void>((done) => {
        const asked = indexedDB.deleteDatabase(name);
        asked.onsuccess = asked.onerror = asked.onblocked = () => done();
      });
    }
  });
}
