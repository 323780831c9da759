import { expect, type Locator, type Page } from '@playwright/test';
import { type App, messages } from './environment.ts';

/** A long timeout, because the CPU may be throttled. Ms. */
export const PATIENCE_MS = 60_000;
const patient = { timeout: PATIENCE_MS };

export const doorLinks = (page: Page) => page.locator('.door-link');
/** The Open button of a door's page. The cards of the list have Open buttons too. */
export const openButton = (page: Page) => page.locator('.unlock-button');
export const refreshButton = (page: Page) => page.getByRole('button', { name: messages.doors.refresh });
export const searchField = (page: Page) => page.getByRole('searchbox', { name: messages.doors.search });

/**
 * Clicks the middle of an element. Does not use Playwright's `click`, because that adds event listeners to the page, which
 * affect the timing.
 */
export async function tap(target: Locator): Promise<void> {
  await target.waitFor();
  await target.scrollIntoViewIfNeeded();
  await waitForIdle(target.page());
  const box = await target.boundingBox();
  if (!box) throw new Error(`${target} is not on the screen.`);
  await target.page().mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** Waits until the page has painted and is idle. */
export async function waitForIdle(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestIdleCallback(() => done()))),
  );
}

/** Signs in from a first visit to the list of doors, typing key by key. */
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

/** Opens the door of the current page and waits for the result. */
export async function open(page: Page): Promise<void> {
  await tap(openButton(page));
  await expect(page.locator('.unlock')).toHaveAttribute('data-state', 'opened', patient);
}

/** Goes back from a door's page to the list. */
export async function goBack(page: Page): Promise<void> {
  await tap(page.getByRole('button', { name: messages.unlock.back }));
  await doorLinks(page).first().waitFor();
}

/** Navigates within the app without a page load. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    // `pushState` fires no event that the app listens to.
    dispatchEvent(new PopStateEvent('popstate'));
  }, address);
}

/** The paths of the first permitted doors on the list. */
export async function permittedDoors(page: Page, count: number): Promise<string[]> {
  const cards = page.locator('.door[data-state="permitted"] .door-link');
  const addresses = await cards.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  if (addresses.length === 0) throw new Error('The list has no permitted door.');
  return addresses.slice(0, count);
}

/** Refreshes the list from any scroll position and waits for the end. */
export async function refresh(page: Page): Promise<void> {
  const answered = page.waitForResponse(/\/tenant\/access$/);
  await refreshButton(page).evaluate((button: HTMLElement) => button.click());
  await (await answered).finished();
  await expect(refreshButton(page)).not.toHaveAttribute('aria-disabled', 'true', patient);
}

/** Leaves the app and clears its storage except the session, so that the next visit fetches everything. */
export async function clearAllButSession(page: Page, url: string): Promise<void> {
  // The server's own files without scripts are sandboxed and have no access to the storage.
  const blank = `${url}/blank`;
  await page.route(blank, (route) => route.fulfill({ contentType: 'text/html', body: '' }));
  await page.goto(blank);
  await page.unroute(blank);
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
