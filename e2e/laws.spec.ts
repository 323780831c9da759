import type { Page, Request } from '@playwright/test';
import type { FacilityControl } from './support/facility.ts';
import { press } from './support/input-driver.ts';
import { messagePattern, messages } from './support/messages.ts';
import { recordsIn } from './support/records.ts';
import { safety } from './support/safety.ts';
import {
  askForCode,
  enterCode,
  goTo,
  goToDoor,
  goToDoors,
  openButton,
  phones,
  reachOpenButton,
  signInAgain,
  signInThroughScreens,
  status,
} from './support/steps.ts';
import { expect, test } from './support/test.ts';

/** The idempotency keys of the commands that reached the facility. */
async function commandKeys(facility: FacilityControl): Promise<Set<string | null>> {
  const { requests } = await facility.journal();
  return new Set(
    requests.filter(({ path }) => path.startsWith('/gateway/')).map(({ idempotencyKey }) => idempotencyKey),
  );
}

async function atDoor(page: Page, facility: FacilityControl, name = 'B204'): Promise<void> {
  await signInThroughScreens(page, facility, phones.oneAccount);
  await reachOpenButton(page, name);
}

test('50 fast taps open the door once, with one key', async ({ page, facility }) => {
  await facility.settings({ motorMs: 400 });
  await atDoor(page, facility);
  await openButton(page, 'B204').evaluate((button: HTMLButtonElement) => {
    for (let tap = 0; tap < 50; tap++) button.click();
  });
  await expect(status(page)).toContainText(safety().opened);
  expect(await facility.openings()).toHaveLength(1);
  expect(await commandKeys(facility)).toHaveProperty('size', 1);
});

test('opens no door in a frame of another site, and links to the page in its own tab', async ({
  page,
  facility,
  context,
}) => {
  await signInThroughScreens(page, facility, phones.oneAccount);
  await goToDoor(page, 'B204');
  const door = page.url();
  // Removes the framing headers, which a plain file server does not send.
  await page.route(door, async (route) => {
    const response = await route.fetch();
    const { 'content-security-policy': _policy, 'x-frame-options': _frames, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  });
  await page.route('http://127.0.0.1:9/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><title>Elsewhere</title>
        <main><h1>Elsewhere</h1><iframe title="Doors" src="${door}" width="300" height="600"></iframe></main></html>`,
    }),
  );
  await page.goto('http://127.0.0.1:9/');
  const frame = page.frameLocator('iframe');
  const link = frame.getByRole('link', { name: messages().unlock.framed.open });
  await expect(link).toBeVisible();
  await expect(frame.getByRole('button', { name: messages().unlock.openDoor({ name: 'B204' }) })).toHaveCount(0);
  expect(await commandKeys(facility)).toHaveProperty('size', 0);
  const opened = context.waitForEvent('page');
  await link.click();
  const unframed = await opened;
  await press(openButton(unframed, 'B204'));
  await expect(status(unframed)).toContainText(safety().opened);
  expect(await facility.openings()).toHaveLength(1);
  // Leave the other site before the accessibility check at the end of the test.
  await page.unroute(door);
  await page.goto(door);
  await expect(openButton(page, 'B204')).toBeVisible();
});

test('taps of the same burst make no second command after a failure', async ({ page, facility }) => {
  await atDoor(page, facility);
  await facility.motor('lock', await facility.lockOf('B204'), 'jammed');
  await openButton(page, 'B204').evaluate(async (button: HTMLButtonElement) => {
    for (let tap = 0; tap < 20; tap++) {
      button.click();
      await new Promise((next) => requestAnimationFrame(next));
    }
  });
  await expect(status(page)).toContainText(safety().jammed);
  expect(await commandKeys(facility)).toHaveProperty('size', 1);
});

test('never sends a tap made while offline, not even later', async ({ page, facility, context }) => {
  await atDoor(page, facility);
  await context.setOffline(true);
  await press(openButton(page, 'B204'));
  await expect(status(page)).toContainText(safety().offline);
  await context.setOffline(false);
  await expect(page.getByRole('region', { name: messages().app.offlineTitle })).toBeHidden();
  await goToDoors(page);
  await press(page.getByRole('button', { name: messages().doors.refresh }));
  await expect(status(page)).toContainText(messagePattern('doors.asOf'));
  expect(await facility.openings()).toEqual([]);
  expect(await commandKeys(facility)).toHaveProperty('size', 0);
});

test('repeats no command on reload, in a second tab or after signing in again', async ({ page, facility, context }) => {
  await atDoor(page, facility);
  await press(openButton(page, 'B204'));
  await expect(status(page)).toContainText(safety().opened);

  await expect.poll(() => facility.reports()).toHaveLength(1);
  await page.reload();
  await expect(openButton(page, 'B204')).toBeEnabled();
  const second = await context.newPage();
  await second.goto(page.url());
  await expect(openButton(second, 'B204')).toBeEnabled();
  await facility.expireTokens();
  await goToDoors(second);
  await press(second.getByRole('button', { name: messages().doors.refresh }));
  await expect(second).toHaveURL(/sign-in/);
  await expect(page).toHaveURL(/sign-in/);
  await askForCode(second, phones.oneAccount);
  await enterCode(second, await facility.code(phones.oneAccount));
  await expect(second.getByRole('heading', { name: messages().doors.title })).toBeVisible();
  await expect(openButton(page, 'B204')).toBeEnabled();
  expect(await facility.openings()).toHaveLength(1);
  expect(await commandKeys(facility)).toHaveProperty('size', 1);
});

test('does not resend a command in flight after a reload, and lists it as unconfirmed', async ({ page, facility }) => {
  await page.clock.install();
  await atDoor(page, facility);
  await facility.fault({ route: 'POST /gateway/locks/:id/open', never: true });
  const sent = page.waitForRequest('**/gateway/**');
  await press(openButton(page, 'B204'));
  await sent;
  await expect.poll(() => recordsIn(page, 'door-access-activity')).toBe(1);
  await page.reload();
  await expect(openButton(page, 'B204')).toBeEnabled();
  await page.clock.fastForward(31_000);
  await page.reload();
  await goTo(page, 'activity');
  await expect(page.getByText(safety().listed.unknown)).toBeVisible();
  expect(await commandKeys(facility)).toHaveProperty('size', 1);
  expect(await facility.openings()).toEqual([]);
});

test('returns to the same door after a 401 and sign-in, without opening it', async ({ page, facility }) => {
  await atDoor(page, facility);
  await facility.expireTokens();
  await press(openButton(page, 'B204'));
  await expect(page).toHaveURL(/\/sign-in$/);
  await expect(page.getByText(messages().signIn.expired)).toBeVisible();
  await signInAgain(page, facility, phones.oneAccount);
  await expect(page.getByRole('heading', { level: 1, name: 'B204' })).toBeVisible();
  await expect(status(page)).toContainText(safety()['signed-out']);
  expect(await facility.openings()).toEqual([]);
  await expect(openButton(page, 'B204')).toBeEnabled();
  await press(openButton(page, 'B204'));
  await expect(status(page)).toContainText(safety().opened);
  expect(await facility.openings()).toHaveLength(1);
});

test('resends with the same key when the response is lost, and the door moves once', async ({ page, facility }) => {
  await atDoor(page, facility);
  // Aborts in the route: after a connection that the server drops, the browser itself resends, and the page does not notice.
  const sent: Request[] = [];
  await page.route('**/gateway/**', async (route) => {
    sent.push(route.request());
    if (sent.length > 1) return route.continue();
    await route.fetch();
    return route.abort('connectionreset');
  });
  // A fixed clock keeps the resend within the three seconds of law 3 on a slow machine.
  await page.clock.setFixedTime(Date.now());
  await press(openButton(page, 'B204'));
  await expect(status(page)).toContainText(safety().opened);
  const [first, second] = await Promise.all(
    sent.map(async (request) => ({ key: await request.headerValue('idempotency-key'), body: request.postData() })),
  );
  expect(sent).toHaveLength(2);
  expect(first?.key).toMatch(/^[0-9a-f-]{36}$/);
  expect(second).toEqual(first);
  expect(await facility.openings()).toHaveLength(1);
  expect(await commandKeys(facility)).toEqual(new Set([first?.key]));
});

test('shows an unknown outcome when every response is lost, moves the door once and reports no success', async ({
  page,
  facility,
}) => {
  await atDoor(page, facility);
  await facility.fault({ route: 'POST /gateway/locks/:id/open', drop: 'after', times: 0 });
  await press(openButton(page, 'B204'));
  await expect(status(page)).toContainText(safety().unknown);
  expect(await facility.openings()).toHaveLength(1);
  expect(await commandKeys(facility)).toHaveProperty('size', 1);
  await goTo(page, 'activity');
  await expect(page.getByText(safety().listed.unknown)).toBeVisible();
  // This facility does not know `open_unconfirmed`, so no report is sent.
  await expect(page.getByText(messages().activityPage.reports.kept)).toBeVisible();
  expect(await facility.reports()).toEqual([]);
});

test('shows a truncated response as unknown, never as "Opened"', async ({ page, facility }) => {
  await atDoor(page, facility);
  await facility.fault({ route: 'POST /gateway/locks/:id/open', truncate: 20, times: 0 });
  await press(openButton(page, 'B204'));
  await expect(status(page)).toContainText(safety().unknown);
  await expect(page.getByText(safety().opened)).toBeHidden();
  expect(await commandKeys(facility)).toHaveProperty('size', 1);
});

test('the facility refuses a command that arrives too late', async ({ page, facility }) => {
  await atDoor(page, facility);
  await facility.settings({ dispatchMs: 11_000 });
  await press(openButton(page, 'B204'));
  await expect(status(page)).toContainText(messages().unlock.states.waiting);
  await facility.advance(12);
  await expect(status(page)).toContainText(safety().expired);
  expect(await facility.openings()).toEqual([]);
});

test('each press has its own key', async ({ page, facility }) => {
  await page.clock.install();
  await atDoor(page, facility);
  const lock = await facility.lockOf('B204');
  await facility.motor('lock', lock, 'jammed');
  await press(openButton(page, 'B204'));
  await expect(status(page)).toContainText(safety().jammed);
  await page.clock.fastForward(1_500);
  await facility.motor('lock', lock, 'ok');
  await press(openButton(page, 'B204'));
  await expect(status(page)).toContainText(safety().opened);
  expect(await commandKeys(facility)).toHaveProperty('size', 2);
});
