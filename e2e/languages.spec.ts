import { ALL_LANGUAGES, LANGUAGES } from '../src/i18n/languages.ts';
import { messagesOf } from './support/messages.ts';
import { goTo, openAccount, phoneField, phones, signInThroughScreens, status } from './support/steps.ts';
import { allowBrowserErrors, expect, test } from './support/test.ts';

function picker(page: import('@playwright/test').Page) {
  return page.getByRole('contentinfo').getByRole('combobox');
}

test('switches the language, keeps typed text and the focus, and remembers the choice', async ({ page }) => {
  await page.goto('/sign-in');
  await phoneField(page).fill('(303) 555-01');
  await expect(picker(page)).toHaveAccessibleName(messagesOf('en').app.language);
  for (const code of ['es', 'fr', 'ar', 'en', 'ar'] as const) {
    await picker(page).focus();
    await picker(page).selectOption(code);
    const t = messagesOf(code);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t.signIn.phoneTitle);
    await expect(page.getByRole('textbox', { name: t.signIn.phoneNumber })).toHaveValue('(303) 555-01');
    await expect(page.locator('html')).toHaveAttribute('lang', code);
    await expect(page.locator('html')).toHaveAttribute('dir', LANGUAGES[code].direction);
    await expect(page).toHaveTitle(new RegExp(t.signIn.phoneTitle));
    await expect(picker(page)).toBeFocused();
  }
  await page.reload();
  await expect(page.getByRole('button', { name: messagesOf('ar').signIn.sendCode })).toBeVisible();
});

test('switches the language of the doors on the help page', async ({ page, facility }) => {
  await signInThroughScreens(page, facility, phones.oneAccount);
  await goTo(page, 'help');
  await picker(page).selectOption('fr');
  await page.getByRole('link', { name: messagesOf('fr').menu.doors, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(messagesOf('fr').doors.title);
  await expect(status(page)).toContainText(messagesOf('fr').doors.asOf({ time: '' }).trim());
});

test('switches the language of the doors in the account menu, which stays open', async ({ page, facility }) => {
  await signInThroughScreens(page, facility, phones.oneAccount);
  const menu = await openAccount(page);
  await menu.getByRole('combobox', { name: messagesOf('en').app.language }).selectOption('ar');
  await expect(page.getByRole('dialog', { name: messagesOf('ar').menu.account })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(messagesOf('ar').doors.title);
});

for (const code of ALL_LANGUAGES) {
  test.describe(`a browser that prefers ${code}`, () => {
    test.use({ locale: code === 'en' ? 'en-US' : code });

    test('shows its language and does not download another', async ({ page, facility }) => {
      const scripts: string[] = [];
      page.on('response', async (response) => {
        if (response.url().endsWith('.js')) scripts.push(await response.text().catch(() => ''));
      });
      await page.goto('/sign-in');
      const t = messagesOf(code);
      await page.getByRole('textbox', { name: t.signIn.phoneNumber }).fill('+13035550101');
      await page.getByRole('button', { name: t.signIn.sendCode }).click();
      await expect(page.getByRole('textbox', { name: t.signIn.code })).toBeVisible();
      await page.getByRole('textbox', { name: t.signIn.code }).fill(await facility.code(phones.oneAccount));
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t.doors.title);
      const sent = scripts.join('\n');
      for (const other of ALL_LANGUAGES) {
        const sentences = [messagesOf(other).signIn.phoneIntro, messagesOf(other).doors.emptyBody];
        for (const sentence of sentences) expect(sent.includes(sentence), `${other}: ${sentence}`).toBe(other === code);
      }
    });
  });
}

test.describe('a browser in a language that the app does not have', () => {
  test.use({ locale: 'fi-FI' });

  test('shows the first language that is offered', async ({ page }) => {
    await page.goto('/sign-in');
    await expect(page.getByRole('button', { name: messagesOf('en').signIn.sendCode })).toBeVisible();
  });
});

test('reports that a language cannot be loaded offline and keeps the current one', async ({ page, context }) => {
  allowBrowserErrors(/ERR_INTERNET_DISCONNECTED \(\/assets\/es-/);
  await page.goto('/sign-in');
  await expect(picker(page)).toBeVisible();
  await context.setOffline(true);
  await picker(page).selectOption('es');
  await expect(page.getByText(messagesOf('en').app.languageLost)).toBeVisible();
  await expect(page.getByRole('button', { name: messagesOf('en').signIn.sendCode })).toBeVisible();
  await expect(picker(page)).toHaveValue('en');
});
