import { fitsTheScreen } from './support/fits.ts';
import { messagePattern, messages } from './support/messages.ts';
import { askForCode, enterCode, goToDoor, openButton, people, sendButton, status } from './support/steps.ts';
import { expect, test } from './support/test.ts';

/* WCAG 2.2, 1.4.4 and 1.4.10: twice the text on the narrowest screen, and nobody has to scroll sideways. */

test.use({ viewport: { width: 320, height: 640 }, textScale: 2 });

for (const locale of ['en-US', 'es-US', 'fr-CA', 'ar-US']) {
  test.describe(locale, () => {
    test.use({ locale });

    test('the whole path fits a screen of 320 px with text of twice its size', async ({ page, facility }) => {
      await page.goto('/');
      await expect(sendButton(page)).toBeVisible();
      expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('32px');
      await fitsTheScreen(page);
      await askForCode(page, people.twoAccounts);
      await fitsTheScreen(page);
      await enterCode(page, await facility.code(people.twoAccounts));
      await expect(page.getByRole('heading', { name: messages().signIn.accountTitle })).toBeVisible();
      await fitsTheScreen(page);
      await page.getByRole('main').getByRole('listitem').first().getByRole('button').click();
      await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
      await fitsTheScreen(page);
      const door = (await page.getByRole('main').getByRole('listitem').getByRole('link').first().textContent()) ?? '';
      await goToDoor(page, door);
      await fitsTheScreen(page);
      await openButton(page, door).click();
      await expect(status(page)).toContainText(messagePattern('unlock.states.opened'));
      await fitsTheScreen(page);
      await page.getByRole('link', { name: messages().menu.activity }).click();
      await expect(page.getByRole('listitem').filter({ hasText: door })).toBeVisible();
      await fitsTheScreen(page);
      await page.goto('/help');
      await expect(page.getByRole('heading', { name: messages().help.problemsTitle })).toBeVisible();
      await fitsTheScreen(page);
    });
  });
}
