import { goToDoor, openButton, people, signIn, status } from './support/steps.ts';
import { expect, expectTrouble, test } from './support/test.ts';

test('what was opened stands in the activity, and its report has been sent with a key', async ({ page, facility }) => {
  await signIn(page, facility, people.oneAccount);
  await page.getByRole('link', { name: 'Activity' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing yet' })).toBeVisible();
  await page.getByRole('link', { name: 'Doors', exact: true }).click();
  await goToDoor(page, 'B204');
  await openButton(page, 'B204').click();
  await expect(status(page)).toContainText('Opened at');
  await page.getByRole('link', { name: 'Activity' }).click();
  const entry = page.getByRole('listitem').filter({ hasText: 'B204' });
  await expect(entry).toContainText('Opened');
  await expect(entry).toContainText('Reported');
  const [report] = await facility.reports();
  expect(report).toMatchObject({ key: 'lock.open_successful', kind: 'lock' });
  expect(report?.idempotencyKey).toMatch(/^[0-9a-f-]{36}$/);
});

test('a report that found no network waits, and leaves after a reload with the network back', async ({
  page,
  facility,
  context,
}) => {
  await signIn(page, facility, people.oneAccount);
  await goToDoor(page, 'B204');
  expectTrouble(/INTERNET_DISCONNECTED \(\/icon\.svg\)/);
  await facility.fault({ route: 'POST /api/v2/locks/:id/logs', drop: 'before', times: 0 });
  await openButton(page, 'B204').click();
  await expect(status(page)).toContainText('Opened at');
  await context.setOffline(true);
  await page.getByRole('link', { name: 'Activity' }).click();
  await expect(status(page)).toContainText('1 report has not been sent yet');
  expect(await facility.reports()).toEqual([]);
  await facility.healFaults();
  await context.setOffline(false);
  await page.reload();
  await expect(page.getByRole('listitem').filter({ hasText: 'B204' })).toContainText('Reported');
  expect(await facility.reports()).toHaveLength(1);
});

test('a person can send waiting reports by hand', async ({ page, facility }) => {
  await page.clock.install();
  await signIn(page, facility, people.oneAccount);
  await goToDoor(page, 'B204');
  await facility.fault({ route: 'POST /api/v2/locks/:id/logs', status: 503, body: {}, times: 0 });
  await openButton(page, 'B204').click();
  await expect(status(page)).toContainText('Opened at');
  await page.getByRole('link', { name: 'Activity' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'B204' })).toContainText('Report waiting');
  await facility.healFaults();
  await page.getByRole('button', { name: 'Send reports now' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'B204' })).toContainText('Reported');
});

test('a denial at the gate is reported as blocked, a jam as a failure with a reason', async ({ page, facility }) => {
  await signIn(page, facility, people.oneAccount);
  await goToDoor(page, 'B204');
  await facility.fault({ route: 'POST /gateway/locks/:id/open', status: 403, body: { outcome: 'denied' } });
  await openButton(page, 'B204').click();
  await expect(status(page)).toContainText('Access denied');
  await expect.poll(async () => (await facility.reports()).map(({ key }) => key)).toEqual(['lock.open_blocked']);
});

test('signing out gives unsent reports three seconds, and no longer', async ({ page, facility }) => {
  await page.clock.install();
  await signIn(page, facility, people.oneAccount);
  await goToDoor(page, 'B204');
  await facility.fault({ route: 'POST /api/v2/locks/:id/logs', never: true, times: 0 });
  await openButton(page, 'B204').click();
  await expect(status(page)).toContainText('Opened at');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('button', { name: 'Signing out…' })).toBeVisible();
  await page.clock.runFor(3_100);
  await expect(page).toHaveURL(/\/sign-in$/);
});
