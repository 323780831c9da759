import type { Page } from '@playwright/test';
import { messages } from './support/messages.ts';
import { expectNoHorizontalOverflow } from './support/overflow.ts';
import {
  accountButton,
  askToSignOut,
  goTo,
  openAccount,
  phones,
  sendButton,
  signIn,
  signOut,
} from './support/steps.ts';
import { allowBrowserErrors, expect, test } from './support/test.ts';

const dialogs = (page: Page) => page.locator('dialog');

const CLOSE: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  Escape: (page) => page.keyboard.press('Escape'),
  'the Close button': (page) => page.getByRole('button', { name: messages().menu.close }).click(),
  // Above the sheet, which is at the bottom of a phone.
  'a press beside it': (page) => page.touchscreen.tap(180, 20),
};

for (const [how, close] of Object.entries(CLOSE)) {
  test(`${how} closes the menu, and the focus returns to its button`, async ({ page, facility }) => {
    await signIn(page, facility, phones.oneAccount);
    const menu = await openAccount(page);
    await expect(menu).toContainText(phones.oneAccount);
    await close(page);
    await expect(dialogs(page)).toHaveCount(0);
    await expect(accountButton(page)).toBeFocused();
  });
}

test('the question before a sign-out focuses Cancel and returns to the button of the menu', async ({
  page,
  facility,
}) => {
  await signIn(page, facility, phones.oneAccount);
  await askToSignOut(page);
  const cancel = page.getByRole('button', { name: messages().menu.cancel });
  await expect(cancel).toBeFocused();
  await cancel.press('Enter');
  await expect(dialogs(page)).toHaveCount(0);
  await expect(accountButton(page)).toBeFocused();
  await expect(page).toHaveURL(/\/doors$/);
});

test('Back closes the menu', async ({ page, facility }) => {
  await signIn(page, facility, phones.oneAccount);
  await goTo(page, 'activity');
  await openAccount(page);
  await page.evaluate(() => history.back());
  await expect(page).toHaveURL(/\/doors$/);
  await expect(dialogs(page)).toHaveCount(0);
});

/** Records the background of every frame from the first one on. */
async function watchBackground(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.addInitScript(() => {
    const seen = new Set<string>();
    Object.assign(window, { seen });
    const look = () => {
      if (document.body) seen.add(getComputedStyle(document.documentElement).backgroundColor);
      requestAnimationFrame(look);
    };
    look();
  });
  return () => page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen]);
}

/** The colour of the browser's bar. */
const themeColour = (page: Page) =>
  page.evaluate(
    () =>
      [...document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')].find(
        ({ media }) => matchMedia(media).matches,
      )?.content,
  );

test('keeps the chosen look over a reload, from the first frame on, and over a sign-out', async ({
  page,
  facility,
}) => {
  await signIn(page, facility, phones.oneAccount);
  const menu = await openAccount(page);
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await background();
  await menu.getByRole('radio', { name: messages().menu.looks.dark }).check();
  const dark = await background();
  expect(dark).not.toBe(light);
  expect(await themeColour(page)).toBe('#1c2328');
  const backgrounds = await watchBackground(page);
  await page.reload();
  await expect(accountButton(page)).toBeVisible();
  expect(await backgrounds()).toEqual([dark]);
  await signOut(page);
  await expect(sendButton(page)).toBeVisible();
  expect(await background()).toBe(dark);
});

test('works without a network', async ({ page, facility, context }) => {
  allowBrowserErrors(/INTERNET_DISCONNECTED/);
  await signIn(page, facility, phones.oneAccount);
  await expect(page.getByRole('link', { name: 'B204', exact: true })).toBeVisible();
  await context.setOffline(true);
  const menu = await openAccount(page);
  await menu.getByRole('radio', { name: messages().menu.looks.light }).check();
  await page.keyboard.press('Escape');
  await signOut(page);
  await expect(page).toHaveURL(/\/sign-in$/);
});

test('shows a stored list with the same header and navigation, and no dialog, until the app has loaded', async ({
  page,
  facility,
}) => {
  await signIn(page, facility, phones.oneAccount);
  await expect(page.getByRole('link', { name: 'B204', exact: true })).toBeVisible();
  const boxes = () =>
    page.evaluate(() =>
      ['.topbar', '.brand', '.topbar-nav', '.topbar-nav a:last-child', '.topbar-account'].map((place) => {
        const box = [...document.querySelectorAll(place)].find((element) => element.checkVisibility());
        return JSON.stringify(box?.getBoundingClientRect());
      }),
    );
  const before = await boxes();
  await openAccount(page);
  await page.goto('about:blank');
  await page.route(/\/assets\/index-[\w-]+\.js$/, () => {});
  await page.goto('/', { waitUntil: 'commit' });
  await expect(page.getByRole('link', { name: 'B204', exact: true })).toBeVisible();
  expect(await boxes()).toEqual(before);
  await expect(dialogs(page)).toHaveCount(0);
});

for (const locale of ['en-US', 'es-US', 'fr-CA', 'ar-US']) {
  test.describe(`in ${locale} at 320 px with text at 200 %`, () => {
    test.use({ locale, viewport: { width: 320, height: 640 }, textScale: 2 });

    test('the menu and the question fit the screen', async ({ page, facility }) => {
      await signIn(page, facility, phones.oneAccount);
      await openAccount(page);
      await expectNoHorizontalOverflow(page);
      await page.keyboard.press('Escape');
      await askToSignOut(page);
      await expectNoHorizontalOverflow(page);
    });
  });
}
