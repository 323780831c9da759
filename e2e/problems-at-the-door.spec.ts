import { goToDoor, openButton, phones, signIn, signInAgain } from './support/steps.ts';
import { expect, test } from './support/test.ts';

/* Cases outside the fault matrix: texts of toasts, and a token that expires while a report is pending. */

/** A meaningless message, because only the status decides. */
const body = { message: 'Wibble.' };

test('shows a toast and fetches the list again on a 404 for a lock', async ({ page, facility }) => {
  await signIn(page, facility, phones.oneAccount);
  await goToDoor(page, 'B204');
  const before = await facility.count('GET', /tenant\/access/);
  await facility.fault({ route: 'POST /gateway/locks/:id/open', status: 404, body });
  await openButton(page, 'B204').click();
  await expect(page.getByText('Lock not found')).toBeVisible();
  await expect(page).toHaveURL(/\/doors$/);
  await expect.poll(() => facility.count('GET', /tenant\/access/)).toBeGreaterThan(before);
});

test('names the entry point on a 404 for an entry point', async ({ page, facility }) => {
  await signIn(page, facility, phones.oneAccount);
  await goToDoor(page, 'Building B Door');
  await facility.fault({ route: 'POST /gateway/entry-points/:id/open', status: 404, body });
  await openButton(page, 'Building B Door').click();
  await expect(page.getByText('Entry point not found')).toBeVisible();
});

test('shows the toast when opening a deleted lock', async ({ page, facility }) => {
  await signIn(page, facility, phones.oneAccount);
  await goToDoor(page, 'B204');
  await facility.deleteLock(await facility.lockOf('B204'));
  await openButton(page, 'B204').click();
  await expect(page.getByText('Lock not found')).toBeVisible();
  await expect(page).toHaveURL(/\/doors$/);
});

test('ends the session on a 401 for a report, and sends the report after signing in again', async ({
  page,
  facility,
}) => {
  await signIn(page, facility, phones.oneAccount);
  await goToDoor(page, 'B204');
  await facility.fault({ route: 'POST /api/v2/locks/:id/logs', status: 401, body });
  await openButton(page, 'B204').click();
  await expect(page).toHaveURL(/\/sign-in$/);
  expect(await facility.openings()).toHaveLength(1);
  await signInAgain(page, facility, phones.oneAccount);
  await expect(page.getByRole('heading', { level: 1, name: 'B204' })).toBeVisible();
  await expect.poll(async () => (await facility.reports()).map(({ key }) => key)).toEqual(['lock.open_successful']);
  expect(await facility.openings()).toHaveLength(1);
});
