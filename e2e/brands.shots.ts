import { FacilityControl } from './support/facility.ts';
import { messagePattern, messages } from './support/messages.ts';
import { startTestServer } from './support/server.ts';
import { goToDoor, openButton, phones, signIn, status } from './support/steps.ts';
import { expect, test } from './support/test.ts';

/* The sample brands, light and dark, each in another language; the second right-to-left. */

const looks = [
  { brand: 'harbor', locale: 'fr-CA' },
  { brand: 'harbor', locale: 'ar-US' },
  { brand: 'cedar', locale: 'es-US' },
] as const;

for (const { brand, locale } of looks) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${brand}, ${locale}, ${colorScheme}`, () => {
      test.use({ colorScheme, locale, viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });

      test('the screens of a brand', async ({ page }) => {
        const server = await startTestServer({ configPath: `samples/brands/${brand}/config.json` });
        const facility = new FacilityControl(server.url);
        await facility.settings({ motorMs: 50 });
        const shoot = (name: string) =>
          page.screenshot({
            path: `docs/screens/${brand}-${locale.slice(0, 2)}-${name}-${colorScheme}.png`,
            animations: 'disabled',
          });
        await page.goto(`${server.url}/sign-in`);
        await expect(page.getByRole('button', { name: messages().signIn.sendCode })).toBeVisible();
        await expect(page.getByRole('banner').getByRole('img')).toBeVisible();
        await shoot('sign-in');
        await signIn(page, facility, phones.oneAccount, server.url);
        await expect(page.getByRole('link', { name: 'B204' })).toBeVisible();
        await shoot('doors');
        await goToDoor(page, 'B204');
        await openButton(page, 'B204').click();
        await expect(status(page)).toContainText(messagePattern('unlock.states.opened'));
        await shoot('opened');
        await server.close();
      });
    });
  }
}
