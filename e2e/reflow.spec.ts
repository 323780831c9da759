import { messagePattern, messages } from './support/messages.ts';
import { expectNoHorizontalOverflow } from './support/overflow.ts';
import { askForCode, enterCode, goTo, goToDoor, openButton, phones, sendButton, status } from './support/steps.ts';
import { expect, test } from './support/test.ts';

/* WCAG 2.2, 1.4.4 and 1.4.10: no horizontal scrolling at 320 px with text at 200 %. */

test.use({ viewport: { width: 320, height: 640 }, textScale: 2 });

for (const locale of ['en-US', 'es-US', 'fr-CA', 'ar-US']) {
  test.describe(locale, () => {
    test.use({ locale });

    test('every screen fits 320 px with text at 200 %', async ({ page, facility }) => {
      await page.goto('/');
      await expect(sendButton(page)).toBeVisible();
      expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('32px');
      await expectNoHorizontalOverflow(page);
      await askForCode(page, phones.twoAccounts);
      await expectNoHorizontalOverflow(page);
      await enterCode(page, await facility.code(phones.twoAccounts));
      await expect(page.getByRole('heading', { name: messages().signIn.accountTitle })).toBeVisible();
      await expectNoHorizontalOverflow(page);
      await page.getByRole('main').getByRole('listitem').first().getByRole('button').click();
      await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
      await expectNoHorizontalOverflow(page);
      const door = (await page.getByRole('main').getByRole('listitem').getByRole('link').first().textContent()) ?? '';
      await goToDoor(page, door);
      await expectNoHorizontalOverflow(page);
      await openButton(page, door).click();
      await expect(status(page)).toContainText(messagePattern('unlock.states.opened'));
      await expectNoHorizontalOverflow(page);
      await goTo(page, 'activity');
      await expect(page.getByRole('listitem').filter({ hasText: door })).toBeVisible();
      await expectNoHorizontalOverflow(page);
      await page.goto('/help');
      await expect(page.getByRole('heading', { name: messages().help.problemsTitle })).toBeVisible();
      await expectNoHorizontalOverflow(page);
    });
  });
}
