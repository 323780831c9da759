import { askForCode, enterCode, people, signIn } from './support/steps.ts';
import { expect, expectTrouble, test } from './support/test.ts';

test('a chunk that is gone after a deploy: one quiet reload, and the typed number is still there', async ({ page }) => {
  expectTrouble(/assets\/phone-reader|Failed to load module script|404/);
  let isGone = true;
  await page.route('**/assets/phone-reader-*.js', (route) =>
    isGone ? route.fulfill({ status: 404, body: 'gone' }) : route.continue(),
  );
  await page.goto('/sign-in');
  const reloaded = page.waitForEvent('domcontentloaded');
  await page.getByRole('textbox', { name: 'Phone number' }).pressSequentially('3');
  await reloaded;
  isGone = false;
  await expect(page.getByRole('textbox', { name: 'Phone number' })).toHaveValue('3');
});

test('a chunk that stays gone does not make the page reload for ever: it says so', async ({ page, facility }) => {
  expectTrouble(
    /assets\/signed-in|Failed to load module script|Failed to fetch dynamically imported module|404|page error/,
  );
  let loads = 0;
  page.on('domcontentloaded', () => {
    loads += 1;
  });
  await page.route('**/assets/signed-in-*.js', (route) => route.fulfill({ status: 404, body: 'gone' }));
  await page.goto('/');
  await askForCode(page, people.oneAccount);
  await enterCode(page, await facility.code(people.oneAccount));
  await expect(page.getByRole('heading', { name: 'Something went wrong in this app' })).toBeVisible();
  expect(loads).toBeLessThanOrEqual(2);
  await page.unroute('**/assets/signed-in-*.js');
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByRole('link', { name: 'B204' })).toBeVisible();
});

test('an address that does not exist gets a page with a way on', async ({ page }) => {
  await page.goto('/elsewhere');
  await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible();
  await page.getByRole('link', { name: 'Go to your doors' }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
});

test('a door id that is not theirs: the toast and the list, never a blank page', async ({ page, facility }) => {
  await signIn(page, facility, people.oneAccount);
  await page.goto('/doors/unit_of_somebody_else');
  await expect(page.getByText('Lock not found')).toBeVisible();
  await expect(page).toHaveURL(/\/doors$/);
  await expect(page.getByRole('link', { name: 'B204' })).toBeVisible();
});
