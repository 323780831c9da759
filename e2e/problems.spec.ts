import { phones, signIn } from './support/steps.ts';
import { expect, test } from './support/test.ts';

/* docs/fault-matrix.md lists the result of each failure. */

test('shows the problem in place of a list that never loaded, with a retry', async ({ page, facility }) => {
  await facility.fault({ route: 'GET /api/v2/tenant/access', status: 500, body: { message: 'Wibble.' }, times: 0 });
  await signIn(page, facility, phones.oneAccount);
  await expect(page.getByRole('heading', { name: 'Your doors could not be loaded' })).toBeVisible();
  await facility.healFaults();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('link', { name: 'B204' })).toBeVisible();
});
