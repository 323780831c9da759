import type { Page, Route } from '@playwright/test';
import { messages } from './support/messages.ts';
import { expectNoHorizontalOverflow } from './support/overflow.ts';
import { askForCode, national, phoneField, phones, sendButton } from './support/steps.ts';
import { allowBrowserErrors, expect, test } from './support/test.ts';

/* The prerendered sign-in, before and during hydration. */

const ENTRY = /\/assets\/index-[\w-]+\.js$/;

/** Delays the app's script until the returned function is called. */
async function holdApp(page: Page) {
  let releaseApp = () => {};
  const released = new Promise<void>((resolve) => {
    releaseApp = resolve;
  });
  await page.route(ENTRY, async (route: Route) => {
    await released;
    await route.continue();
  });
  return () => releaseApp();
}

/** Marks the field's element, to recognise it after hydration. */
const mark = (page: Page) =>
  phoneField(page).evaluate((field) => {
    (field as HTMLElement & { isTheSame?: boolean }).isTheSame = true;
  });
const isTheSame = (page: Page) =>
  phoneField(page).evaluate((field) => (field as HTMLElement & { isTheSame?: boolean }).isTheSame === true);
/** Waits for the end of hydration, after which the page shows the operator's name. */
const expectHydrated = (page: Page) => expect(page.getByText('Front Range Storage')).toBeVisible();

test('shows the sign-in without JavaScript', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' });
  const page = await context.newPage();
  await page.goto('/', { waitUntil: 'commit' });
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Send code' })).toBeVisible();
  await expect(page.getByText('could not be loaded')).toBeHidden();
  await context.close();
});

test('shows no loading error while a navigation aborts the scripts', async ({ page }) => {
  allowBrowserErrors(/Failed to load resource: net::ERR_FAILED \(\/assets\/index-/);
  let abort = () => {};
  const aborted = new Promise<void>((resolve) => {
    abort = resolve;
  });
  await page.route(ENTRY, async (route: Route) => {
    await aborted;
    await route.abort();
  });
  await page.goto('/', { waitUntil: 'commit' });
  await expect(sendButton(page)).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event('beforeunload')));
  // Waits for the event inside the page, so that the boot script has handled it too.
  const failed = page.evaluate(
    () =>
      new Promise<void>((done) => addEventListener('error', () => setTimeout(done, 0), { capture: true, once: true })),
  );
  abort();
  await failed;
  await expect(page.locator('html')).toHaveAttribute('data-start', 'sign-in');
  await expect(page.getByText('This app could not be loaded.')).toBeHidden();
});

test('keeps text typed before hydration in the same field and formats text typed later', async ({ page }) => {
  const releaseApp = await holdApp(page);
  await page.goto('/', { waitUntil: 'commit' });
  await phoneField(page).click();
  await page.keyboard.type('30355501');
  await mark(page);
  releaseApp();
  await expectHydrated(page);
  await expect(phoneField(page)).toBeFocused();
  await page.keyboard.type('01');
  await expect(phoneField(page)).toHaveValue('(303) 555-0101');
  expect(await isTheSame(page)).toBe(true);
});

test('sends one code for "Send code" pressed before hydration', async ({ page, facility }) => {
  const releaseApp = await holdApp(page);
  await page.goto('/', { waitUntil: 'commit' });
  await phoneField(page).fill(national(phones.oneAccount));
  for (let press = 0; press < 3; press++) await sendButton(page).click();
  await expect(page).toHaveURL(/\/$/);
  releaseApp();
  await expect(page).toHaveURL(/\/sign-in\/code$/);
  expect(await facility.count('POST', /\/auth\/phone$/)).toBe(1);
});

test('shows the message for an empty number after hydration and sends nothing', async ({ page, facility }) => {
  const releaseApp = await holdApp(page);
  await page.goto('/', { waitUntil: 'commit' });
  await sendButton(page).click();
  releaseApp();
  await expect(page.getByText(messages().signIn.errors.empty)).toBeVisible();
  await expect(phoneField(page)).toBeFocused();
  expect(await facility.count('POST', /\/auth\/phone$/)).toBe(0);
});

test.describe('with a browser country other than the prerendered one', () => {
  test.use({ locale: 'en-GB' });

  test('ignores a press before hydration, because another country was shown', async ({ page, facility }) => {
    const releaseApp = await holdApp(page);
    await page.goto('/', { waitUntil: 'commit' });
    await phoneField(page).fill('020 7946 0958');
    await sendButton(page).click();
    releaseApp();
    await expect(page.getByRole('combobox', { name: messages().signIn.country })).toHaveValue('GB');
    await expect(phoneField(page)).toHaveValue('020 7946 0958');
    expect(await facility.count('POST', /\/auth\/phone$/)).toBe(0);
  });
});

test('does not submit the phone form for Enter on the code form', async ({ page, facility }) => {
  await page.goto('/');
  await askForCode(page, phones.oneAccount);
  await page.reload();
  await page.getByRole('textbox', { name: messages().signIn.code }).fill('12');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: messages().signIn.changeNumber }).click();
  await expect(sendButton(page)).toBeVisible();
  await expect(page).toHaveURL(/\/sign-in$/);
  expect(await facility.count('POST', /\/auth\/phone$/)).toBe(1);
});

test.describe('in another language', () => {
  test.use({ locale: 'es-US' });

  test('replaces the page, and keeps typed text and the focus', async ({ page, facility }) => {
    const releaseApp = await holdApp(page);
    await page.goto('/', { waitUntil: 'commit' });
    const field = page.getByRole('textbox', { name: 'Phone number' });
    await field.click();
    await page.keyboard.type('303 555 0101');
    releaseApp();
    await expect(page.locator('html')).toHaveAttribute('lang', 'es');
    await expect(phoneField(page)).toBeFocused();
    await expect(phoneField(page)).toHaveValue('(303) 555-0101');
    await sendButton(page).click();
    await expect(page).toHaveURL(/\/sign-in\/code$/);
    expect(await facility.count('POST', /\/auth\/phone$/)).toBe(1);
  });
});

test('shows the loading error in every language, within the screen width', async ({ page }) => {
  allowBrowserErrors(/Failed to load resource/);
  await page.route(ENTRY, (route) => route.abort());
  await page.goto('/', { waitUntil: 'commit' });
  await expect(page.getByText('This app could not be loaded.')).toBeVisible();
  await expect(page.getByText('No se pudo cargar la aplicación.')).toBeVisible();
  await expect(sendButton(page)).toBeHidden();
  await expectNoHorizontalOverflow(page);
  await page.unroute(ENTRY);
  await page.getByRole('button', { name: 'Reload' }).click();
  await expectHydrated(page);
});
