import { askForCode, enterCode, goToDoor, phones, signIn, status } from './support/steps.ts';
import { expect, test } from './support/test.ts';

/* Snapshots of the accessibility tree of the five main screens, so that a review shows each change. */

test('sign-in', async ({ page }) => {
  await page.goto('/sign-in');
  await expect(page.getByRole('button', { name: 'Send code' })).toBeVisible();
  await expect(page.locator('body')).toMatchAriaSnapshot({ name: 'sign-in.aria.yml' });
});

test('code', async ({ page }) => {
  await page.clock.install();
  await page.goto('/');
  await askForCode(page, phones.oneAccount);
  await expect(page.locator('body')).toMatchAriaSnapshot({ name: 'code.aria.yml' });
});

test('accounts', async ({ page, facility }) => {
  await page.goto('/');
  await askForCode(page, phones.twoAccounts);
  await enterCode(page, await facility.code(phones.twoAccounts));
  await expect(page.getByRole('heading', { name: 'Choose an account' })).toBeVisible();
  await expect(page.locator('body')).toMatchAriaSnapshot({ name: 'account.aria.yml' });
});

test('doors', async ({ page, facility }) => {
  await signIn(page, facility, phones.oneAccount);
  await expect(status(page)).toContainText('As of');
  await expect(page.locator('body')).toMatchAriaSnapshot({ name: 'doors.aria.yml' });
});

test('door', async ({ page, facility }) => {
  await signIn(page, facility, phones.oneAccount);
  await goToDoor(page, 'B204');
  await expect(page.locator('body')).toMatchAriaSnapshot({ name: 'door.aria.yml' });
});
