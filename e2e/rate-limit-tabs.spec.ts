import type { BrowserContext, Page } from '@playwright/test';
import type { FacilityControl } from './support/facility.ts';
import { goToDoor, openButton, phones, signInThroughScreens, status } from './support/steps.ts';
import { expect, test } from './support/test.ts';

const HOUR_MS = 3_600_000;
const ACCESS = 'GET /api/v2/tenant/access';
const countListRequests = (facility: FacilityControl) => facility.count('GET', /tenant\/access/);
const refresh = (page: Page) => page.getByRole('button', { name: 'Refresh' });

/** Three tabs of one tenant, each showing the list, on a device whose clock is off by `offMs`. */
async function threeTabs(page: Page, context: BrowserContext, facility: FacilityControl, offMs: number) {
  await context.clock.install({ time: Date.now() + offMs });
  await signInThroughScreens(page, facility, phones.oneAccount);
  await expect(page.getByRole('link', { name: 'B204' })).toBeVisible();
  const tabs = [page, await context.newPage(), await context.newPage()] as const;
  for (const other of tabs.slice(1)) {
    await other.goto('/doors');
    await expect(other.getByRole('link', { name: 'B204' })).toBeVisible();
  }
  return tabs;
}

/** Answers the next list request with a 429 whose Retry-After is a date on the server's clock. */
async function refuse(facility: FacilityControl, seconds: number) {
  const { requests } = await facility.journal();
  const serverNow = Date.parse(requests.at(-1)?.at ?? '');
  const until = new Date(serverNow + seconds * 1000).toUTCString();
  await facility.fault({ route: ACCESS, status: 429, headers: { 'Retry-After': until }, body: { message: 'Wibble.' } });
}

for (const [clock, offMs] of [
  ['right', 0],
  ['an hour fast', HOUR_MS],
  ['an hour slow', -HOUR_MS],
] as const) {
  test(`sends nothing while blocked, with a clock that is ${clock}: in three tabs, after reload, on return`, async ({
    page,
    context,
    facility,
  }) => {
    const tabs = await threeTabs(page, context, facility, offMs);
    const [first, second, third] = tabs;
    await refuse(facility, 90);
    await refresh(first).click();
    for (const tab of tabs) {
      await expect(tab.getByRole('alert')).toContainText('Try again in');
      await expect(refresh(tab)).toBeDisabled();
    }
    const before = await countListRequests(facility);

    await second.reload();
    await expect(second.getByRole('alert')).toContainText('Try again in');
    await context.setOffline(true);
    await context.setOffline(false);
    await context.clock.fastForward(40_000);
    await facility.advance(40);
    for (const tab of tabs) await tab.evaluate(() => dispatchEvent(new Event('focus')));
    await third.reload();
    await expect(third.getByRole('alert')).toContainText('Try again in');
    expect(await countListRequests(facility)).toBe(before);

    // Requests of other scopes are not blocked.
    await goToDoor(first, 'B204');
    await openButton(first, 'B204').click();
    await expect(status(first)).toContainText('Opened at');
    expect(await countListRequests(facility)).toBe(before);

    await context.clock.fastForward(55_000);
    await facility.advance(55);
    await expect(second.getByRole('alert')).toBeHidden();
    await second
      .getByRole('button', { name: /Try again|Refresh/ })
      .first()
      .click();
    await expect(second.getByRole('link', { name: 'B204' })).toBeVisible();
    await expect.poll(() => countListRequests(facility)).toBeGreaterThan(before);
  });
}

test('does not end the block early when the clock is set forward an hour before a reload', async ({
  page,
  context,
  facility,
}) => {
  const [first] = await threeTabs(page, context, facility, 0);
  await refuse(facility, 90);
  await refresh(first).click();
  await expect(first.getByRole('alert')).toContainText('Try again in');
  const before = await countListRequests(facility);
  await context.clock.setSystemTime(Date.now() + HOUR_MS);
  await first.reload();
  await expect(first.getByRole('alert')).toContainText('Try again in');
  expect(await countListRequests(facility)).toBe(before);
});

test('blocks after a response that leaves no requests, before the server refuses one', async ({ page, facility }) => {
  await signInThroughScreens(page, facility, phones.oneAccount);
  await expect(page.getByRole('link', { name: 'B204' })).toBeVisible();
  await facility.fault({ route: ACCESS, headers: { RateLimit: '"default";r=0;t=60' } });
  await refresh(page).click();
  await expect(page.getByRole('alert')).toContainText('Try again in');
  await expect(refresh(page)).toBeDisabled();
  await expect(page.getByRole('link', { name: 'B204' })).toBeVisible();
});
