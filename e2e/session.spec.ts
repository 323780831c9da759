import type { Page } from '@playwright/test';
import { readDevice } from './support/device.ts';
import { press, type } from './support/hands.ts';
import { messages } from './support/messages.ts';
import { safety } from './support/safety.ts';
import {
  askForCode,
  enterCode,
  goToDoor,
  goToDoors,
  openButton,
  people,
  phoneField,
  signInAgain,
  signInThroughScreens,
  status,
} from './support/steps.ts';
import { expect, test } from './support/test.ts';

/** The number in any form, a door and a token; short enough runs of digits stand in ids and moments by chance. */
const SECRETS = /303\D*555\D*0101|B204|\d\|[A-Za-z0-9]{20}/;

const signOut = (page: Page) => press(page.getByRole('button', { name: messages().menu.signOut }));
const refresh = (page: Page) => press(page.getByRole('button', { name: messages().doors.refresh }));

/** All that the page has left on the device, as text. */
const everythingKept = async (page: Page) => JSON.stringify(await readDevice(page));

/** On the door's page: opens it, and waits until that is told. */
async function open(page: Page, name: string): Promise<void> {
  await press(openButton(page, name));
  await expect(status(page)).toContainText(safety().opened);
}

test("a door's address leads through sign-in to that very door", async ({ page, facility }) => {
  await signInThroughScreens(page, facility, people.oneAccount);
  await goToDoor(page, 'B204');
  const address = page.url();
  await signOut(page);
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.goto(address);
  await askForCode(page, people.oneAccount);
  await enterCode(page, await facility.code(people.oneAccount));
  await expect(page).toHaveURL(address);
  await expect(openButton(page, 'B204')).toBeVisible();
});

test('signing out leaves nothing of the person on the device, and leads nowhere back', async ({ page, facility }) => {
  await signInThroughScreens(page, facility, people.oneAccount);
  await goToDoor(page, 'B204');
  await open(page, 'B204');
  await signOut(page);
  await expect(page).toHaveURL(/\/sign-in$/);
  await expect(phoneField(page)).toHaveValue('');
  await expect.poll(() => everythingKept(page)).not.toMatch(SECRETS);
  await page.goBack();
  await expect(page).toHaveURL(/\/sign-in/);
});

/** Ends the session as another page does while this one is put aside: no event reaches it. */
async function endElsewhere(page: Page): Promise<void> {
  await page.evaluate(() =>
    localStorage.setItem(
      'door-access:session',
      JSON.stringify({ kind: 'signed-out', because: 'left', phone: null, at: Date.now() }),
    ),
  );
}

test('a page out of the back-forward cache is signed out when the device is', async ({ page, facility }) => {
  await signInThroughScreens(page, facility, people.oneAccount);
  await goToDoor(page, 'B204');
  await endElsewhere(page);
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await expect(page).toHaveURL(/\/sign-in$/);
});

test('a press with a token that the device no longer holds opens nothing', async ({ page, facility }) => {
  await signInThroughScreens(page, facility, people.oneAccount);
  await goToDoor(page, 'B204');
  await endElsewhere(page);
  await press(openButton(page, 'B204'));
  await expect(page).toHaveURL(/\/sign-in$/);
  expect(await facility.openings()).toEqual([]);
  expect(await facility.count('POST', /^\/gateway\//)).toBe(0);
});

test('a reload while the last reports leave finds the person signed out all the same', async ({ page, facility }) => {
  await facility.fault({ route: 'POST /api/v2/locks/:id/logs', times: 0, delayMs: 60_000 });
  await signInThroughScreens(page, facility, people.oneAccount);
  await goToDoor(page, 'B204');
  await open(page, 'B204');
  // In one task: the page has no time to remove anything.
  await page.getByRole('button', { name: messages().menu.signOut }).evaluate((button: HTMLElement) => {
    button.click();
    location.assign('/doors');
  });
  await expect(page).toHaveURL(/\/sign-in$/);
  await expect.poll(() => everythingKept(page)).not.toMatch(SECRETS);
});

test('signing out in one tab signs out the others', async ({ page, facility, context }) => {
  await signInThroughScreens(page, facility, people.oneAccount);
  const other = await context.newPage();
  await other.goto('/doors');
  await expect(other.getByRole('link', { name: 'B204' })).toBeVisible();
  await signOut(page);
  await expect(other).toHaveURL(/\/sign-in$/);
});

test('a second 401 within a minute of signing in stops with an explanation instead of a third sign-in', async ({
  page,
  facility,
}) => {
  await signInThroughScreens(page, facility, people.oneAccount);
  await expect(page.getByRole('link', { name: 'B204' })).toBeVisible();
  await facility.fault({
    route: 'GET /api/v2/tenant/access',
    status: 401,
    body: { message: 'Unauthorized.' },
    times: 0,
  });
  await refresh(page);
  await expect(page).toHaveURL(/\/sign-in$/);
  await signInAgain(page, facility, people.oneAccount);
  await expect(page.getByRole('heading', { name: messages().signIn.rejectedTitle })).toBeVisible();
  await facility.healFaults();
  await press(page.getByRole('button', { name: messages().signIn.tryAnyway }));
  await expect(phoneField(page)).toBeVisible();
});

test('the token is in no address, and nothing is kept in a cache', async ({ page, facility }) => {
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  await signInThroughScreens(page, facility, people.oneAccount);
  await goToDoor(page, 'B204');
  await open(page, 'B204');
  const token = await page.evaluate(
    () => /"token":"([^"]+)"/.exec(localStorage.getItem('door-access:session') ?? '')?.[1],
  );
  expect(token).toBeTruthy();
  expect(addresses.filter((address) => address.includes(token ?? '?'))).toEqual([]);
  expect(await page.evaluate(async () => ('caches' in window ? await caches.keys() : []))).toEqual([]);
});

test('another tenant on the same device sees nothing of the one before', async ({ page, facility }) => {
  await signInThroughScreens(page, facility, people.oneAccount);
  await goToDoor(page, 'B204');
  await open(page, 'B204');
  // Its report is out of the way: one that met the 401 would end the session by itself.
  await expect.poll(() => facility.reports()).toHaveLength(1);
  await facility.expireTokens();
  await goToDoors(page);
  await refresh(page);
  await expect(page).toHaveURL(/\/sign-in$/);
  await type(phoneField(page), '');
  await askForCode(page, people.nothing);
  await enterCode(page, await facility.code(people.nothing));
  await expect(page.getByRole('heading', { name: messages().doors.emptyTitle })).toBeVisible();
  await press(page.getByRole('link', { name: messages().menu.activity }));
  await expect(page.getByRole('heading', { name: messages().activityPage.emptyTitle })).toBeVisible();
});
