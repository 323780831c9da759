import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import type { FacilityControl } from './support/facility.ts';
import { messages } from './support/messages.ts';
import { recordsIn } from './support/records.ts';
import { goToDoor, people, phoneField, sendButton, signInThroughScreens } from './support/steps.ts';
import { expect, test } from './support/test.ts';

/* What a start of somebody who is signed in asks for, and what it shows. */

const door = (page: Page) => page.getByRole('link', { name: 'B204', exact: true });

async function seeDoors(page: Page, facility: FacilityControl): Promise<void> {
  await signInThroughScreens(page, facility, people.oneAccount);
  await expect(door(page)).toBeVisible();
}

/** They have been written down, and the moment with them. */
const doorsAreKept = (page: Page) => expect.poll(() => recordsIn(page, 'door-access-doors')).toBe(2);

/** The paths that a page asks for, as they leave. */
function asked(page: Page): string[] {
  const paths: string[] = [];
  page.on('request', (request) => paths.push(new URL(request.url()).pathname));
  return paths;
}

/** Notes whether the sign-in is ever to be seen, from the first frame on. */
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

test('a first start asks for one config.json and, signed in, for one list', async ({ page, facility }) => {
  const paths = asked(page);
  await seeDoors(page, facility);
  expect(paths.filter((path) => path.endsWith('/config.json'))).toHaveLength(1);
  expect(paths.filter((path) => path.endsWith('/tenant/access'))).toHaveLength(1);
});

/** The server at `origin` over a line on which the page itself stops short of `mark` until it is let go on. */
async function stopPageAt(origin: string, mark: string) {
  let goOn = () => {};
  const end = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const line = createServer(async ({ url = '/' }, response) => {
    const answer = await fetch(new URL(url, origin), { headers: { 'accept-encoding': 'identity' } });
    const type = answer.headers.get('content-type') ?? '';
    response.writeHead(answer.status, { 'content-type': type });
    if (!type.startsWith('text/html')) return response.end(Buffer.from(await answer.arrayBuffer()));
    const page = await answer.text();
    const cut = page.indexOf(mark);
    expect(cut).toBeGreaterThan(0);
    response.write(page.slice(0, cut));
    await end;
    return response.end(page.slice(cut));
  });
  await new Promise<void>((listening) => line.listen(0, '127.0.0.1', listening));
  const close = () => {
    line.close();
    line.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${(line.address() as AddressInfo).port}`, goOn, close };
}

test('scripts that run before the page has come to its end wait for the rest of it', async ({ page, server }) => {
  const line = await stopPageAt(server.url, '<div id="root"');
  const entry = page.waitForRequest(/\/assets\/index-[\w-]+\.js$/);
  await page.goto(`${line.url}/sign-in`, { waitUntil: 'commit' });
  // Resolves when the module has run.
  await page.evaluate((url) => import(url).then(() => {}), (await entry).url());
  line.goOn();
  await phoneField(page).fill('123');
  await sendButton(page).click();
  await expect(phoneField(page)).toHaveAttribute('aria-invalid', 'true');
  line.close();
});

test('config.json is asked for before the app has come, and the app asks for no other', async ({ page }) => {
  const paths = asked(page);
  let letIn = () => {};
  const held = new Promise<void>((resolve) => {
    letIn = resolve;
  });
  await page.route(/\/assets\/index-[\w-]+\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  const config = page.waitForRequest('**/config.json');
  await page.goto('/sign-in', { waitUntil: 'commit' });
  await config;
  letIn();
  await expect(page.getByRole('link', { name: messages().support.more })).toBeVisible();
  expect(paths.filter((path) => path.endsWith('/config.json'))).toHaveLength(1);
});

test('a start with a list of some minutes ago shows it before the new one has come, and never the sign-in', async ({
  page,
  facility,
  context,
}) => {
  await seeDoors(page, facility);
  await doorsAreKept(page);
  await page.close();
  const later = await context.newPage();
  await later.clock.install({ time: Date.now() + 120_000 });
  const sawSignIn = await watchForSignIn(later);
  const paths = asked(later);
  await facility.fault({ route: 'GET /api/v2/tenant/access', never: true });
  await later.goto('/');
  await expect(door(later)).toBeVisible();
  await expect(later.getByRole('status').filter({ hasText: messages().doors.refreshing })).toBeVisible();
  expect(await sawSignIn()).toBe(false);
  expect(paths.filter((path) => path.endsWith('/config.json'))).toHaveLength(1);
  // The code that asks may still be on its way.
  await expect.poll(() => paths.filter((path) => path.endsWith('/tenant/access'))).toHaveLength(1);
});

test('a second tab within half a minute asks for no list, and opens doors from the one there is', async ({
  page,
  facility,
  context,
}) => {
  await seeDoors(page, facility);
  await doorsAreKept(page);
  const second = await context.newPage();
  const paths = asked(second);
  await second.goto('/doors');
  await goToDoor(second, 'B204');
  expect(paths.filter((path) => path.endsWith('/tenant/access'))).toEqual([]);
  expect(await facility.count('GET', /tenant\/access/)).toBe(1);
});

test('the next start begins with what was last to be seen, before the app has come, and its doors lead on', async ({
  page,
  facility,
}) => {
  await seeDoors(page, facility);
  await page.goto('about:blank');
  await page.route(/\/assets\/index-[\w-]+\.js$/, () => {});
  await page.goto('/', { waitUntil: 'commit' });
  await expect(door(page)).toBeVisible();
  // Nobody would hear a press.
  await expect(page.locator('button:visible:not([inert])')).toHaveCount(0);
  await page.unroute(/\/assets\/index-[\w-]+\.js$/);
  await door(page).click();
  await expect(page.getByRole('heading', { level: 1, name: 'B204' })).toBeVisible();
});

test('a reload shows the list at once and asks anew; what goes wrong then is said beside it', async ({
  page,
  facility,
}) => {
  await seeDoors(page, facility);
  await doorsAreKept(page);
  await facility.fault({ route: 'GET /api/v2/tenant/access', status: 501, body: { message: 'No.' } });
  await page.reload();
  await expect(door(page)).toBeVisible();
  await expect(page.getByRole('heading', { name: messages().doors.failedTitle })).toBeVisible();
  await expect(page.getByText(messages().doors.staleNotice)).toBeVisible();
});
