import { press } from './support/input-driver.ts';
import { messages } from './support/messages.ts';
import { safety } from './support/safety.ts';
import { goTo, goToDoor, openButton, phones, signIn, signOut, status } from './support/steps.ts';
import { allowBrowserErrors, expect, test } from './support/test.ts';

test('lists an opening in the activity and sends its report with a key', { tag: '@all-projects' }, async ({
  page,
  facility,
}) => {
  await signIn(page, facility, phones.oneAccount);
  await goTo(page, 'activity');
  await expect(page.getByRole('heading', { name: messages().activityPage.emptyTitle })).toBeVisible();
  await goTo(page, 'doors');
  await goToDoor(page, 'B204');
  await press(openButton(page, 'B204'));
  await expect(status(page)).toContainText(safety().opened);
  await goTo(page, 'activity');
  const entry = page.getByRole('listitem').filter({ hasText: 'B204' });
  await expect(entry).toContainText(safety().listed.opened);
  await expect(entry).toContainText(messages().activityPage.reports.sent);
  const [report] = await facility.reports();
  expect(report).toMatchObject({ key: 'lock.open_successful', kind: 'lock' });
  expect(report?.idempotencyKey).toMatch(/^[0-9a-f-]{36}$/);
});

test('sends a report that failed offline after a reload with a network', async ({ page, facility, context }) => {
  await signIn(page, facility, phones.oneAccount);
  await goToDoor(page, 'B204');
  allowBrowserErrors(/INTERNET_DISCONNECTED \(\/icon\.svg\)/);
  await facility.fault({ route: 'POST /api/v2/locks/:id/logs', drop: 'before', times: 0 });
  await press(openButton(page, 'B204'));
  await expect(status(page)).toContainText(safety().opened);
  await context.setOffline(true);
  await goTo(page, 'activity');
  await expect(status(page)).toContainText(messages().activityPage.unsent({ count: 1 }));
  expect(await facility.reports()).toEqual([]);
  await facility.healFaults();
  await context.setOffline(false);
  await page.reload();
  await expect(page.getByRole('listitem').filter({ hasText: 'B204' })).toContainText(
    messages().activityPage.reports.sent,
  );
  expect(await facility.reports()).toHaveLength(1);
});

test('sends pending reports on request', { tag: '@all-projects' }, async ({ page, facility }) => {
  await page.clock.install();
  await signIn(page, facility, phones.oneAccount);
  await goToDoor(page, 'B204');
  await facility.fault({ route: 'POST /api/v2/locks/:id/logs', status: 503, body: {}, times: 0 });
  // Makes the random retry delays as long as possible.
  await page.evaluate(() => Object.assign(Math, { random: () => 0.99 }));
  await press(openButton(page, 'B204'));
  await expect(status(page)).toContainText(safety().opened);
  await goTo(page, 'activity');
  await expect(page.getByRole('listitem').filter({ hasText: 'B204' })).toContainText(
    messages().activityPage.reports.due,
  );
  // The press must come before the fourth attempt, which is sent after ten seconds.
  const tries = () => facility.count('POST', /\/logs$/);
  for (const failed of [1, 2, 3]) {
    await expect.poll(tries).toBe(failed);
    if (failed < 3) await page.clock.runFor(5_000);
  }
  await facility.healFaults();
  await press(page.getByRole('button', { name: messages().activityPage.sendNow }));
  await expect(page.getByRole('listitem').filter({ hasText: 'B204' })).toContainText(
    messages().activityPage.reports.sent,
  );
});

test('reports a denial as blocked and a jam as a failure with a reason', { tag: '@all-projects' }, async ({
  page,
  facility,
}) => {
  await signIn(page, facility, phones.oneAccount);
  await goToDoor(page, 'B204');
  await facility.fault({ route: 'POST /gateway/locks/:id/open', status: 403, body: { outcome: 'denied' } });
  await press(openButton(page, 'B204'));
  await expect(status(page)).toContainText(safety().denied);
  await facility.motor('lock', await facility.lockOf('B204'), 'jammed');
  await expect(openButton(page, 'B204')).toBeEnabled();
  await press(openButton(page, 'B204'));
  await expect(status(page)).toContainText(safety().jammed);
  const reports = async () => (await facility.reports()).map(({ key, reason }) => ({ key, reason }));
  await expect.poll(reports).toEqual([
    { key: 'lock.open_blocked', reason: null },
    { key: 'lock.open_failure', reason: 'The lock is jammed.' },
  ]);
  expect(await facility.openings()).toEqual([]);
});

test('waits at most three seconds for unsent reports at sign-out', async ({ page, facility }) => {
  await page.clock.install();
  await signIn(page, facility, phones.oneAccount);
  await goToDoor(page, 'B204');
  await facility.fault({ route: 'POST /api/v2/locks/:id/logs', never: true, times: 0 });
  await press(openButton(page, 'B204'));
  await expect(status(page)).toContainText(safety().opened);
  await signOut(page);
  await expect(page.getByRole('button', { name: messages().menu.signingOut })).toBeVisible();
  await page.clock.runFor(3_100);
  await expect(page).toHaveURL(/\/sign-in$/);
});
