import type { Page, Route } from '@playwright/test';
import { fitsTheScreen } from './support/fits.ts';
import { messages } from './support/messages.ts';
import { askForCode, national, people, phoneField, sendButton } from './support/steps.ts';
import { expect, expectTrouble, test } from './support/test.ts';

/* What shows, and what may be done, before the app has come. */

const ENTRY = /\/assets\/index-[\w-]+\.js$/;

/** Keeps the app away until it is let in. */
async function withoutApp(page: Page) {
  let letIn = () => {};
  const comes = new Promise<void>((resolve) => {
    letIn = resolve;
  });
  await page.route(ENTRY, async (route: Route) => {
    await comes;
    await route.continue();
  });
  return () => letIn();
}

/** Marks the field, to know it again. */
const mark = (page: Page) =>
  phoneField(page).evaluate((field) => {
    (field as HTMLElement & { isTheSame?: boolean }).isTheSame = true;
  });
const isTheSame = (page: Page) =>
  phoneField(page).evaluate((field) => (field as HTMLElement & { isTheSame?: boolean }).isTheSame === true);
/** React has taken the page over: the operator's name stands in it. */
const appIsThere = (page: Page) => expect(page.getByText('Front Range Storage')).toBeVisible();

test('the sign-in shows without any script', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' });
  const page = await context.newPage();
  await page.goto('/', { waitUntil: 'commit' });
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Send code' })).toBeVisible();
  await expect(page.getByText('could not be loaded')).toBeHidden();
  await context.close();
});

test('a page that is being left while its scripts load does not say that they failed', async ({ page }) => {
  expectTrouble(/Failed to load resource: net::ERR_FAILED \(\/assets\/index-/);
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
  // Noted by the page itself: the boot script has had the same event by then.
  const failed = page.evaluate(
    () =>
      new Promise<void>((done) => addEventListener('error', () => setTimeout(done, 0), { capture: true, once: true })),
  );
  abort();
  await failed;
  await expect(page.locator('html')).toHaveAttribute('data-start', 'sign-in');
  await expect(page.getByText('This app could not be loaded.')).toBeHidden();
});

test('what is typed before the app is there stays, in the same field, and the app goes on from it', async ({
  page,
}) => {
  const letIn = await withoutApp(page);
  await page.goto('/', { waitUntil: 'commit' });
  await phoneField(page).click();
  await page.keyboard.type('30355501');
  await mark(page);
  letIn();
  await appIsThere(page);
  await expect(phoneField(page)).toBeFocused();
  await page.keyboard.type('01');
  await expect(phoneField(page)).toHaveValue('(303) 555-0101');
  expect(await isTheSame(page)).toBe(true);
});

test('"Send code" pressed before the app is there is honoured, once', async ({ page, facility }) => {
  const letIn = await withoutApp(page);
  await page.goto('/', { waitUntil: 'commit' });
  await phoneField(page).fill(national(people.oneAccount));
  for (let press = 0; press < 3; press++) await sendButton(page).click();
  await expect(page).toHaveURL(/\/$/);
  letIn();
  await expect(page).toHaveURL(/\/sign-in\/code$/);
  expect(await facility.count('POST', /\/auth\/phone$/)).toBe(1);
});

test('a press without a number gets its message when the app is there, and sends nothing', async ({
  page,
  facility,
}) => {
  const letIn = await withoutApp(page);
  await page.goto('/', { waitUntil: 'commit' });
  await sendButton(page).click();
  letIn();
  await expect(page.getByText(messages().signIn.errors.empty)).toBeVisible();
  await expect(phoneField(page)).toBeFocused();
  expect(await facility.count('POST', /\/auth\/phone$/)).toBe(0);
});

test.describe('from a country whose picker stood at another', () => {
  test.use({ locale: 'en-GB' });

  test('an early press is not honoured: what was seen beside the number was not their country', async ({
    page,
    facility,
  }) => {
    const letIn = await withoutApp(page);
    await page.goto('/', { waitUntil: 'commit' });
    await phoneField(page).fill('020 7946 0958');
    await sendButton(page).click();
    letIn();
    await expect(page.getByRole('combobox', { name: messages().signIn.country })).toHaveValue('GB');
    await expect(phoneField(page)).toHaveValue('020 7946 0958');
    expect(await facility.count('POST', /\/auth\/phone$/)).toBe(0);
  });
});

test('a press on another form is none on this one', async ({ page, facility }) => {
  await page.goto('/');
  await askForCode(page, people.oneAccount);
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

  test('the page is replaced in one go, and what was typed and pressed is not lost', async ({ page, facility }) => {
    const letIn = await withoutApp(page);
    await page.goto('/', { waitUntil: 'commit' });
    const field = page.getByRole('textbox', { name: 'Phone number' });
    await field.click();
    await page.keyboard.type('303 555 0101');
    letIn();
    await expect(page.locator('html')).toHaveAttribute('lang', 'es');
    await expect(phoneField(page)).toBeFocused();
    await expect(phoneField(page)).toHaveValue('(303) 555-0101');
    await sendButton(page).click();
    await expect(page).toHaveURL(/\/sign-in\/code$/);
    expect(await facility.count('POST', /\/auth\/phone$/)).toBe(1);
  });
});

test('an app that does not come is told, in every language, and fits the screen', async ({ page }) => {
  expectTrouble(/Failed to load resource/);
  await page.route(ENTRY, (route) => route.abort());
  await page.goto('/', { waitUntil: 'commit' });
  await expect(page.getByText('This app could not be loaded.')).toBeVisible();
  await expect(page.getByText('No se pudo cargar la aplicación.')).toBeVisible();
  await expect(sendButton(page)).toBeHidden();
  await fitsTheScreen(page);
  await page.unroute(ENTRY);
  await page.getByRole('button', { name: 'Reload' }).click();
  await appIsThere(page);
});
