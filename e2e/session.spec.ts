import type { Page } from '@playwright/test';
import { readDevice } from './support/device.ts';
import { press, type } from './support/input-driver.ts';
import { messages } from './support/messages.ts';
import { safety } from './support/safety.ts';
import {
  askForCode,
  askToSignOut,
  enterCode,
  goTo,
  goToDoor,
  goToDoors,
  openButton,
  phoneField,
  phones,
  signInAgain,
  signInThroughScreens,
  signOut,
  status,
} from './support/steps.ts';
import { expect, test } from './support/test.ts';

/** The phone number in any format, a door and a token. Shorter digit runs could match ids and timestamps by chance. */
const SECRETS = /303\D*555\D*0101|B204|\d\|[A-Za-z0-9]{20}/;

const refresh = (page: Page) => press(page.getByRole('button', { name: messages().doors.refresh }));

/** Everything that the page has stored, as text. */
const storedText = async (page: Page) => JSON.stringify(await readDevice(page));

/** Opens the door from its page and waits for the result. */
async function open(page: Page, name: string): Promise<void> {
  await press(openButton(page, name));
  await expect(status(page)).toContainText(safety().opened);
}

test("returns to a door's address after sign-in", async ({ page, facility }) => {
  await signInThroughScreens(page, facility, phones.oneAccount);
  await goToDoor(page, 'B204');
  const address = page.url();
  await signOut(page);
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.goto(address);
  await askForCode(page, phones.oneAccount);
  await enterCode(page, await facility.code(phones.oneAccount));
  await expect(page).toHaveURL(address);
  await expect(openButton(page, 'B204')).toBeVisible();
});

test('removes all data of the tenant at sign-out, and Back does not return to it', async ({ page, facility }) => {
  await signInThroughScreens(page, facility, phones.oneAccount);
  await goToDoor(page, 'B204');
  await open(page, 'B204');
  await signOut(page);
  await expect(page).toHaveURL(/\/sign-in$/);
  await expect(phoneField(page)).toHaveValue('');
  await expect.poll(() => storedText(page)).not.toMatch(SECRETS);
  await page.goBack();
  await expect(page).toHaveURL(/\/sign-in/);
});

/** Ends the session without an event, as if another page did it while this one is in the back-forward cache. */
async function endStoredSession(page: Page): Promise<void> {
  await page.evaluate(() =>
    localStorage.setItem(
      'door-access:session',
      JSON.stringify({ kind: 'signed-out', because: 'signed-out', phone: null, at: Date.now() }),
    ),
  );
}

test('signs out a page restored from the back-forward cache', async ({ page, facility }) => {
  await signInThroughScreens(page, facility, phones.oneAccount);
  await goToDoor(page, 'B204');
  await endStoredSession(page);
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await expect(page).toHaveURL(/\/sign-in$/);
});

test('opens nothing with a token that another tab has removed', async ({ page, facility }) => {
  await signInThroughScreens(page, facility, phones.oneAccount);
  await goToDoor(page, 'B204');
  await endStoredSession(page);
  await press(openButton(page, 'B204'));
  await expect(page).toHaveURL(/\/sign-in$/);
  expect(await facility.openings()).toEqual([]);
  expect(await facility.count('POST', /^\/gateway\//)).toBe(0);
});

test('stays signed out after a reload while the last reports are sent', async ({ page, facility }) => {
  await facility.fault({ route: 'POST /api/v2/locks/:id/logs', times: 0, delayMs: 60_000 });
  await signInThroughScreens(page, facility, phones.oneAccount);
  await goToDoor(page, 'B204');
  await open(page, 'B204');
  const button = await askToSignOut(page);
  // In one task, so that the page cannot remove anything before the reload.
  await button.evaluate((button: HTMLElement) => {
    button.click();
    location.assign('/doors');
  });
  await expect(page).toHaveURL(/\/sign-in$/);
  await expect.poll(() => storedText(page)).not.toMatch(SECRETS);
});

test('signs out all tabs', async ({ page, facility, context }) => {
  await signInThroughScreens(page, facility, phones.oneAccount);
  const other = await context.newPage();
  await other.goto('/doors');
  await expect(other.getByRole('link', { name: 'B204' })).toBeVisible();
  await signOut(page);
  await expect(other).toHaveURL(/\/sign-in$/);
});

test('stops with an explanation at a second 401 within a minute of signing in', async ({ page, facility }) => {
  await signInThroughScreens(page, facility, phones.oneAccount);
  await expect(page.getByRole('link', { name: 'B204' })).toBeVisible();
  await facility.fault({
    route: 'GET /api/v2/tenant/access',
    status: 401,
    body: { message: 'Unauthorized.' },
    times: 0,
  });
  await refresh(page);
  await expect(page).toHaveURL(/\/sign-in$/);
  await signInAgain(page, facility, phones.oneAccount);
  await expect(page.getByRole('heading', { name: messages().signIn.rejectedTitle })).toBeVisible();
  await facility.healFaults();
  await press(page.getByRole('button', { name: messages().signIn.tryAnyway }));
  await expect(phoneField(page)).toBeVisible();
});

test('puts the token in no URL, and stores nothing in a cache', async ({ page, facility }) => {
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  await signInThroughScreens(page, facility, phones.oneAccount);
  await goToDoor(page, 'B204');
  await open(page, 'B204');
  const token = await page.evaluate(
    () => /"token":"([^"]+)"/.exec(localStorage.getItem('door-access:session') ?? '')?.[1],
  );
  expect(token).toBeTruthy();
  expect(addresses.filter((address) => address.includes(token ?? '?'))).toEqual([]);
  expect(await page.evaluate(async () => ('caches' in window ? await caches.keys() : []))).toEqual([]);
});

test('shows no data of the previous tenant to another tenant', async ({ page, facility }) => {
  await signInThroughScreens(page, facility, phones.oneAccount);
  await goToDoor(page, 'B204');
  await open(page, 'B204');
  // The report must be sent first: its own 401 would end the session.
  await expect.poll(() => facility.reports()).toHaveLength(1);
  await facility.expireTokens();
  await goToDoors(page);
  await refresh(page);
  await expect(page).toHaveURL(/\/sign-in$/);
  await type(phoneField(page), '');
  await askForCode(page, phones.nothing);
  await enterCode(page, await facility.code(phones.nothing));
  await expect(page.getByRole('heading', { name: messages().doors.emptyTitle })).toBeVisible();
  await goTo(page, 'activity');
  await expect(page.getByRole('heading', { name: messages().activityPage.emptyTitle })).toBeVisible();
});
