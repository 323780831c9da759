import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import type { FacilityControl } from './support/facility.ts';
import { messages } from './support/messages.ts';
import { recordsIn } from './support/records.ts';
import { goToDoor, phoneField, phones, sendButton, signInThroughScreens } from './support/steps.ts';
import { expect, test } from './support/test.ts';

/* What a start of a signed-in tenant requests and shows. */

const door = (page: Page) => page.getByRole('link', { name: 'B204', exact: true });

async function showDoors(page: Page, facility: FacilityControl): Promise<void> {
  await signInThroughScreens(page, facility, phones.oneAccount);
  await expect(door(page)).toBeVisible();
}

/** Two records: the stored doors and the time of their storage. */
const doorsAreStored = (page: Page) => expect.poll(() => recordsIn(page, 'door-access-doors')).toBe(2);

/** The paths of a page's requests, in order. */
function requestedPaths(page: Page): string[] {
  const paths: string[] = [];
  page.on('request', (request) => paths.push(new URL(request.url()).pathname));
  return paths;
}

/** Records whether the sign-in is ever visible, starting with the first frame. */
async function watchForSignIn(page: Page): Promise<() => Promise<boolean>> {
  await page.addInitScript(() => {
    const seen = { signIn: false };
    Object.assign(window, { seen });
    const look = () => {
      const field = document.querySelector('#national');
      if (field?.checkVisibility()) seen.signIn = true;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  return () => page.evaluate(() => (window as unknown as { seen: { signIn: boolean } }).seen.signIn);
}

test('requests config.json once on a first start, and the list once after sign-in', async ({ page, facility }) => {
  const paths = requestedPaths(page);
  await showDoors(page, facility);
  expect(paths.filter((path) => path.endsWith('/config.json'))).toHaveLength(1);
  expect(paths.filter((path) => path.endsWith('/tenant/access'))).toHaveLength(1);
});

/** A proxy for `origin` that pauses the HTML before `mark` until released. */
async function pausePageAt(origin: string, mark: string) {
  let resume = () => {};
  const resumed = new Promise<void>((resolve) => {
    resume = resolve;
  });
  const proxy = createServer(async ({ url = '/' }, response) => {
    const answer = await fetch(new URL(url, origin), { headers: { 'accept-encoding': 'identity' } });
    const type = answer.headers.get('content-type') ?? '';
    response.writeHead(answer.status, { 'content-type': type });
    if (!type.startsWith('text/html')) return response.end(Buffer.from(await answer.arrayBuffer()));
    const page = await answer.text();
    const cut = page.indexOf(mark);
    expect(cut).toBeGreaterThan(0);
    response.write(page.slice(0, cut));
    await resumed;
    return response.end(page.slice(cut));
  });
  await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
  const close = () => {
    proxy.close();
    proxy.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, resume, close };
}

test('scripts that run before the HTML is complete wait for the remaining HTML', async ({ page, server }) => {
  const proxy = await pausePageAt(server.url, '<div id="root"');
  const entry = page.waitForRequest(/\/assets\/index-[\w-]+\.js$/);
  await page.goto(`${proxy.url}/sign-in`, { waitUntil: 'commit' });
  // Resolves when the module has run.
  await page.evaluate((url) => import(url).then(() => {}), (await entry).url());
  proxy.resume();
  await phoneField(page).fill('123');
  await sendButton(page).click();
  await expect(phoneField(page)).toHaveAttribute('aria-invalid', 'true');
  proxy.close();
});

test('requests config.json before the app has loaded, and only once', async ({ page }) => {
  const paths = requestedPaths(page);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/assets\/index-[\w-]+\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  const config = page.waitForRequest('**/config.json');
  await page.goto('/sign-in', { waitUntil: 'commit' });
  await config;
  release();
  await expect(page.getByRole('link', { name: messages().support.more })).toBeVisible();
  expect(paths.filter((path) => path.endsWith('/config.json'))).toHaveLength(1);
});

test('shows the stored list from two minutes ago until the new one arrives, and never the sign-in', async ({
  page,
  facility,
  context,
}) => {
  await showDoors(page, facility);
  await doorsAreStored(page);
  await page.close();
  const later = await context.newPage();
  await later.clock.install({ time: Date.now() + 120_000 });
  const sawSignIn = await watchForSignIn(later);
  const paths = requestedPaths(later);
  await facility.fault({ route: 'GET /api/v2/tenant/access', never: true });
  await later.goto('/');
  await expect(door(later)).toBeVisible();
  await expect(later.getByRole('status').filter({ hasText: messages().doors.refreshing })).toBeVisible();
  expect(await sawSignIn()).toBe(false);
  expect(paths.filter((path) => path.endsWith('/config.json'))).toHaveLength(1);
  // The code that sends the request may still be loading.
  await expect.poll(() => paths.filter((path) => path.endsWith('/tenant/access'))).toHaveLength(1);
});

test('requests no list in a second tab within half a minute, and opens doors from the stored one', async ({
  page,
  facility,
  context,
}) => {
  await showDoors(page, facility);
  await doorsAreStored(page);
  const second = await context.newPage();
  const paths = requestedPaths(second);
  await second.goto('/doors');
  await goToDoor(second, 'B204');
  expect(paths.filter((path) => path.endsWith('/tenant/access'))).toEqual([]);
  expect(await facility.count('GET', /tenant\/access/)).toBe(1);
});

test('shows the DOM snapshot of the last visit before the app has loaded, with working links', async ({
  page,
  facility,
}) => {
  await showDoors(page, facility);
  await page.goto('about:blank');
  await page.route(/\/assets\/index-[\w-]+\.js$/, () => {});
  await page.goto('/', { waitUntil: 'commit' });
  await expect(door(page)).toBeVisible();
  // Buttons are inert, because nothing handles a press before hydration.
  await expect(page.locator('button:visible:not([inert])')).toHaveCount(0);
  await page.unroute(/\/assets\/index-[\w-]+\.js$/);
  await door(page).click();
  await expect(page.getByRole('heading', { level: 1, name: 'B204' })).toBeVisible();
});

test('shows the stored list on reload, requests a new one, and shows a failure beside the list', async ({
  page,
  facility,
}) => {
  await showDoors(page, facility);
  await doorsAreStored(page);
  await facility.fault({ route: 'GET /api/v2/tenant/access', status: 501, body: { message: 'No.' } });
  await page.reload();
  await expect(door(page)).toBeVisible();
  await expect(page.getByRole('heading', { name: messages().doors.failedTitle })).toBeVisible();
  await expect(page.getByText(messages().doors.staleNotice)).toBeVisible();
});
