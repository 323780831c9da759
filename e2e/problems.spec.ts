import { people, signIn } from './support/steps.ts';
import { expect, test } from './support/test.ts';

/* What each failure is taken for, and where it leaves the person, is the fault matrix: docs/fault-matrix.md. */

test('without any list the trouble stands in its place, with a way to try again', async ({ page, facility }) => {
  await facility.fault({ route: 'GET /api/v2/tenant/access', status: 500, body: { message: 'Wibble.' }, times: 0 });
  await signIn(page, facility, people.oneAccount);
  await expect(page.getByRole('heading', { name: 'Your doors could not be loaded' })).toBeVisible();
  await facility.healFaults();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('link', { name: 'B204' })).toBeVisible();
});
