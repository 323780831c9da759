import { expect, type Locator, type Page } from '@playwright/test';
import { type App, messages } from './world.ts';

/** Long, as all of it may run on a slow processor. Ms. */
export const PATIENCE_MS = 60_000;
const patient = { timeout: PATIENCE_MS };

export const doorLinks = (page: Page) => page.locator('.door-link');
export const openButton = (page: Page) =>
  page.getByRole('button', { name: messages.unlock.openDoor({ name: '' }).trim() });
export const refreshButton = (page: Page) => page.getByRole('button', { name: messages.doors.refresh });
export const searchField = (page: Page) => page.getByRole('searchbox', { name: messages.doors.search });

/**
 * A press on the middle of something that is on the screen. By hand, as Playwright's own press listens in on the events of
 * the page, which costs the page time.
 */
export async function tap(target: Locator): Promise<void> {
  await target.waitFor();
  await target.scrollIntoViewIfNeeded();
  await isStill(target.page());
  const box = await target.boundingBox();
  if (!box) throw new Error(`${target} is not on the screen.`);
  await target.page().mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** The page has drawn what it had to and waits: a person presses what has come to rest. */
export async function isStill(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestIdleCallback(() => done()))),
  );
}

/** From a first visit to the list of doors, with every key typed. */
export async function signIn(page: Page, { url, facility }: App, number: string): Promise<void> {
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(url);
  const field = page.getByRole('textbox', { name: messages.signIn.phoneNumber });
  await tap(field);
  await page.keyboard.type(number.slice(2), { delay: 50 });
  await tap(page.getByRole('button', { name: messages.signIn.sendCode }));
  const code = page.getByRole('textbox', { name: messages.signIn.code });
  await tap(code);
  await page.keyboard.type(await facility.code(number), { delay: 50 });
  await doorLinks(page).first().waitFor();
}

/** Opens the door in view, and waits until that is told. */
export async function open(page: Page): Promise<void> {
  await tap(openButton(page));
  await expect(page.locator('.unlock')).toHaveAttribute('data-state', 'opened', patient);
}

/** Back from a door's page to the list. */
export async function goBack(page: Page): Promise<void> {
  await tap(page.getByRole('link', { name: messages.unlock.back }));
  await doorLinks(page).first().waitFor();
}

/** Another address of the app without loading it again, as a step forward would. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    // The app listens to the browser, and to what it does itself.
    dispatchEvent(new PopStateEvent('popstate'));
  }, address);
}

/** The addresses of the first so many doors on the list that may be opened. */
export async function openable(page: Page, count: number): Promise<string[]> {
  const cards = page.locator('.door[data-state="permitted"] .door-link');
  const addresses = await cards.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  if (addresses.length === 0) throw new Error('No door on the list may be opened.');
  return addresses.slice(0, count);
}

/** Asks for the list anew from wherever on the list the page stands, and waits until that is over. */
export async function refresh(page: Page): Promise<void> {
  const answered = page.waitForResponse(/\/tenant\/access$/);
  await refreshButton(page).evaluate((button: HTMLElement) => button.click());
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
