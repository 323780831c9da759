import { goToDoor, openButton, people, signIn, signInAgain } from './support/steps.ts';
import { expect, test } from './support/test.ts';

/* What the fault matrix has no cell for: messages of toasts, and a token that ends while a report waits. */

/** The server's wording says nothing on purpose: the status decides. */
const body = { message: 'Wibble.' };

test('404 on opening a lock: a toast, a fresh list, and nothing opened', async ({ page, facility }) => {
  await signIn(page, facility, people.oneAccount);
  await goToDoor(page, 'B204');
  const before = await facility.count('GET', /tenant\/access/);
  await facility.fault({ route: 'POST /gateway/locks/:id/open', status: 404, body: body });
  await openButton(page, 'B204').click();
  await expect(page.getByText('Lock not found')).toBeVisible();
  await expect(page).toHaveURL(/\/doors$/);
  await expect.poll(() => facility.count('GET', /tenant\/access/)).toBeGreaterThan(before);
});

test('404 on opening an entry point names the entry point', async ({ page, facility }) => {
  await signIn(page, facility, people.oneAccount);
  await goToDoor(page, 'Building B Door');
  await facility.fault({ route: 'POST /gateway/entry-points/:id/open', status: 404, body: body });
  await openButton(page, 'Building B Door').click();
  await expect(page.getByText('Entry point not found')).toBeVisible();
});

test('a lock that was deleted gets the toast on opening', async ({ page, facility }) => {
  await signIn(page, facility, people.oneAccount);
  await goToDoor(page, 'B204');
  await facility.deleteLock(await facility.lockOf('B204'));
  await openButton(page, 'B204').click();
  await expect(page.getByText('Lock not found')).toBeVisible();
  await expect(page).toHaveURL(/\/doors$/);
});

test('401 on a report ends the session; the report leaves after signing in again', async ({ page, facility }) => {
  await signIn(page, facility, people.oneAccount);
  await goToDoor(page, 'B204');
  await facility.fault({ route: 'POST /api/v2/locks/:id/logs', status: 401, body: body });
  await openButton(page, 'B204').click();
  await expect(page).toHaveURL(/\/sign-in$/);
  expect(await facility.openings()).toHaveLength(1);
  await signInAgain(page, facility, people.oneAccount);
  await expect(page.getByRole('heading', { level: 1, name: 'B204' })).toBeVisible();
  await expect.poll(async () => (await facility.reports()).map(({ key }) => key)).toEqual(['lock.open_successful']);
  expect(await facility.openings()).toHaveLength(1);
});
