import type { Page } from '@playwright/test';
import { messages } from './support/messages.ts';
import {
  askForCode,
  enterCode,
  goTo,
  goToDoor,
  national,
  openAccount,
  openButton,
  phones,
  signIn,
  signOut,
  status,
} from './support/steps.ts';
import { expect, test } from './support/test.ts';

/* The screenshots of README and docs/screens: each screen, small and large, light and dark. */

const sizes = [
  { size: 'phone', viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true },
  { size: 'desktop', viewport: { width: 1280, height: 800 }, isMobile: false, hasTouch: false },
] as const;

for (const { size, ...device } of sizes) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${size}, ${colorScheme}`, () => {
      test.use({ ...device, colorScheme });

      const shoot = async (page: Page, name: string) => {
        await page.screenshot({ path: `docs/screens/${name}-${size}-${colorScheme}.png`, animations: 'disabled' });
      };

      test('signing in', async ({ page, facility }) => {
        await page.goto('/sign-in');
        await page.getByRole('textbox', { name: 'Phone number' }).fill(national(phones.twoAccounts));
        await expect(page.getByRole('textbox', { name: 'Phone number' })).toHaveValue('(303) 555-0102');
        await shoot(page, 'sign-in');
        await page.getByRole('textbox', { name: 'Phone number' }).fill('303 555');
        await page.getByRole('button', { name: 'Send code' }).click();
        await shoot(page, 'sign-in-too-short');
        await page.getByRole('textbox', { name: 'Phone number' }).fill('');
        await askForCode(page, phones.twoAccounts);
        await page.getByRole('textbox', { name: 'Verification code' }).pressSequentially('482');
        await shoot(page, 'code');
        await enterCode(page, await facility.code(phones.twoAccounts));
        await expect(page.getByRole('heading', { name: 'Choose an account' })).toBeVisible();
        await shoot(page, 'account');
      });

      test('doors', async ({ page, facility }) => {
        await signIn(page, facility, phones.oneAccount);
        await expect(page.getByRole('link', { name: 'B204' })).toBeVisible();
        await shoot(page, 'doors');
        await openAccount(page);
        await shoot(page, 'account-menu');
        await page.keyboard.press('Escape');
        await goToDoor(page, 'B204');
        await shoot(page, 'door');
        await openButton(page, 'B204').click();
        await expect(status(page)).toContainText('Opened at');
        await shoot(page, 'opened');
        await page.getByRole('button', { name: 'All doors' }).click();
        await goToDoor(page, 'C101');
        await shoot(page, 'denied');
        await goTo(page, 'activity');
        await expect(page.getByRole('listitem').first()).toBeVisible();
        await shoot(page, 'activity');
      });

      test('problems at the door', async ({ page, facility }) => {
        await signIn(page, facility, phones.oneAccount);
        await goToDoor(page, 'B204');
        await facility.fault({ route: 'POST /gateway/locks/:id/open', status: 500, body: {} });
        await openButton(page, 'B204').click();
        await expect(status(page)).toContainText('could not confirm');
        await shoot(page, 'unknown');
        await page.getByRole('button', { name: 'All doors' }).click();
        await goToDoor(page, 'B204');
        await facility.fault({
          route: 'POST /gateway/locks/:id/open',
          status: 429,
          headers: { 'Retry-After': '60' },
          body: {},
        });
        await openButton(page, 'B204').click();
        await expect(page.getByRole('alert')).toBeVisible();
        await shoot(page, 'rate-limit');
      });

      test('problems of the service, and help', async ({ page, facility }) => {
        await signIn(page, facility, phones.oneAccount);
        await expect(page.getByRole('link', { name: 'B204' })).toBeVisible();
        for (const route of ['GET /api/v2/tenant/access', 'GET /api/v2/health']) {
          await facility.fault({ route, times: 0, status: 503, body: {} });
        }
        const refresh = page.getByRole('button', { name: 'Refresh' });
        for (let presses = 0; presses < 2; presses++) {
          await refresh.click();
          await expect(status(page)).toContainText('As of');
        }
        await expect(page.getByRole('alert')).toBeVisible();
        await shoot(page, 'trouble');
        await page.getByRole('link', { name: 'More help' }).click();
        await expect(page.getByRole('heading', { name: messages().help.problemsTitle })).toBeVisible();
        await shoot(page, 'help');
      });

      test('other lists', async ({ page, facility }) => {
        await signIn(page, facility, phones.nothing);
        await expect(page.getByRole('heading', { name: 'No doors yet' })).toBeVisible();
        await shoot(page, 'no-doors');
        await signOut(page);
        await askForCode(page, phones.everyState);
        await enterCode(page, await facility.code(phones.everyState));
        await expect(page.getByRole('listitem').first()).toBeVisible();
        await shoot(page, 'every-state');
      });
    });
  }
}
