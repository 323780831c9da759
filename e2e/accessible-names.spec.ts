import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessibility.ts';
import { messagePattern, messages } from './support/messages.ts';
import { expectClampedTo, expectNoHorizontalOverflow } from './support/overflow.ts';
import {
  accountButton,
  askForCode,
  doneButton,
  enterCode,
  goTo,
  goToDoor,
  openButton,
  phones,
  signIn,
  signOut,
  status,
} from './support/steps.ts';
import { expect, test } from './support/test.ts';

/** One main landmark, one level 1 heading, one status region, and no axe violations. */
async function expectAccessibleScreen(page: Page): Promise<void> {
  await expect(page.getByRole('main')).toHaveCount(1);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await expect(status(page)).toHaveCount(1);
  await expectAccessible(page);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} colour scheme`, () => {
    test.use({ colorScheme });

    test('every screen from sign-in to activity has accessible names and passes the accessibility checks', async ({
      page,
      facility,
    }) => {
      await page.goto('/sign-in');
      await expect(page.getByRole('textbox', { name: messages().signIn.phoneNumber, exact: true })).toBeVisible();
      await expect(page.getByRole('combobox', { name: messages().signIn.country, exact: true })).toBeVisible();
      await expectAccessibleScreen(page);
      await askForCode(page, phones.twoAccounts);
      await expect(page.getByRole('button', { name: messages().signIn.resend, exact: true })).toBeVisible();
      await expectAccessibleScreen(page);
      await enterCode(page, await facility.code(phones.twoAccounts));
      await expect(page.getByRole('button', { name: 'Phoenix Airport' })).toBeVisible();
      await expectAccessibleScreen(page);
      await page.getByRole('button', { name: 'Denver North' }).click();
      await expect(page.getByRole('button', { name: messages().doors.refresh })).toBeVisible();
      await expect(accountButton(page)).toBeVisible();
      await expect(
        page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'D12', exact: true }) }),
      ).toBeVisible();
      await expectAccessibleScreen(page);
      await goToDoor(page, 'D12');
      await expectAccessibleScreen(page);
      await openButton(page, 'D12').click();
      await expect(status(page)).toContainText(messagePattern('unlock.states.opened'));
      await expectAccessibleScreen(page);
      await goTo(page, 'activity');
      await expect(page.getByRole('listitem').filter({ hasText: 'D12' })).toBeVisible();
      await expectAccessibleScreen(page);
    });

    test('denials, long lists, errors and the countdown pass the accessibility checks', async ({ page, facility }) => {
      await signIn(page, facility, phones.oneAccount);
      await goToDoor(page, 'C101');
      await expectAccessibleScreen(page);
      await page.goto('/elsewhere');
      await expectAccessibleScreen(page);
      await page.goto('/help');
      await expect(page.getByRole('heading', { name: messages().help.problemsTitle })).toBeVisible();
      await expectAccessibleScreen(page);
      await page.goto('/doors');
      await goToDoor(page, 'B204');
      await facility.fault({
        route: 'POST /gateway/locks/:id/open',
        status: 429,
        headers: { 'Retry-After': '60' },
        body: {},
      });
      await openButton(page, 'B204').click();
      await expect(page.getByRole('alert')).toContainText(messages().banner.tryAgainIn);
      await expectAccessibleScreen(page);
      await signOut(page);
      await signIn(page, facility, phones.tenThousand);
      await expect(page.getByRole('listitem').first()).toBeVisible();
      await expectAccessibleScreen(page);
    });
  });
}

test('opens a door by keyboard', async ({ page, facility }) => {
  await signIn(page, facility, phones.oneAccount);
  await expect(page.getByRole('heading', { name: messages().doors.title })).toBeFocused();
  await page.getByRole('link', { name: 'B204' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'B204' })).toBeFocused();
  for (let tab = 0; tab < 4; tab++) {
    await page.keyboard.press('Tab');
    if (await openButton(page, 'B204').evaluate((button) => button === document.activeElement)) break;
  }
  await expect(openButton(page, 'B204')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(status(page)).toContainText(messagePattern('unlock.states.opened'));
  await expect(doneButton(page)).toBeFocused();
  expect(await facility.openings()).toHaveLength(1);
});

test('cuts a long name to two lines in lists and shows all of it on the page of the door', async ({
  page,
  facility,
}) => {
  await signIn(page, facility, phones.hostile);
  for (const start of ['The unit at the very end', 'WWWWWWWW']) {
    const link = page.getByRole('link', { name: start });
    const name = (await link.textContent()) ?? '';
    await expectClampedTo(link, 2);
    await link.click();
    const heading = page.getByRole('heading', { level: 1 });
    await expect(heading).toHaveText(name);
    expect(await heading.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBeLessThan(2);
    await openButton(page, name).click();
    await expect(status(page)).toContainText(messagePattern('unlock.states.opened'));
    await goTo(page, 'activity');
    await expectClampedTo(page.getByRole('listitem').filter({ hasText: name }).getByRole('paragraph').first(), 2);
    await expectNoHorizontalOverflow(page);
    await goTo(page, 'doors');
  }
});

test('shows each name of an account on at most two lines', async ({ page, facility }) => {
  const long = 'Airport Storage مخزن '.repeat(12).trim();
  await page.route('**/auth/verify-otp', async (route) => {
    const response = await route.fetch();
    const text = (await response.text()).replaceAll('Phoenix Airport', long);
    await route.fulfill({ response, body: text });
  });
  await page.goto('/sign-in');
  await askForCode(page, phones.twoAccounts);
  await enterCode(page, await facility.code(phones.twoAccounts));
  const account = page.getByRole('button', { name: long });
  await expect(account.getByText(long)).toBeVisible();
  await expectClampedTo(account.locator('.card-title'), 2);
  // Location, company, tenant.
  await expect(account.locator('bdi')).toHaveCount(3);
  expect(await account.locator('bdi').allTextContents()).not.toContain('');
  await expectNoHorizontalOverflow(page);
});
