import type { Locator, Page } from '@playwright/test';
import { accountButton, goTo, goToDoor, navigation, openAccount, phones, signIn } from './support/steps.ts';
import { expect, test } from './support/test.ts';

/* Where the header and the navigation are, by size of screen and text. */

async function boxOf(element: Locator) {
  const box = await element.boundingBox();
  if (!box) throw new Error(`${element} is not displayed`);
  return { ...box, end: box.y + box.height };
}

const header = (page: Page) => page.getByRole('banner');
const heightOf = (page: Page) => page.viewportSize()?.height ?? 0;

test('has one header row and the navigation at the bottom of a phone', async ({ page, facility }) => {
  await page.goto('/sign-in');
  await expect(header(page)).toContainText('Front Range Storage');
  expect((await boxOf(header(page))).height).toBeLessThanOrEqual(56);
  await expect(navigation(page)).toBeHidden();
  await signIn(page, facility, phones.oneAccount);
  await expect(accountButton(page)).toBeVisible();
  expect((await boxOf(header(page))).height).toBeLessThanOrEqual(56);
  const { x, width, height, end } = await boxOf(navigation(page));
  expect({ x, width, end }).toEqual({ x: 0, width: 360, end: heightOf(page) });
  expect(height).toBeGreaterThanOrEqual(56);
  await expect(navigation(page).getByRole('link')).toHaveText(['Doors', 'Activity', 'Help']);
  for (const to of ['activity', 'help', 'doors'] as const) {
    await goTo(page, to);
    await expect(navigation(page).locator('[aria-current="page"]')).toHaveAttribute('href', `/${to}`);
  }
});

test('cuts a long brand to one line', async ({ page, facility }) => {
  const name = 'The Very Reliable Self Storage Company of the Front Range';
  await page.route('**/config.json', async (route) => {
    const response = await route.fetch();
    const config = (await response.json()) as { brand: object };
    await route.fulfill({ response, json: { ...config, brand: { ...config.brand, name } } });
  });
  await signIn(page, facility, phones.oneAccount);
  await expect(accountButton(page)).toBeVisible();
  await expect(header(page)).toContainText(name);
  expect((await boxOf(header(page))).height).toBeLessThanOrEqual(56);
});

test('covers no content at the end of a page', async ({ page, facility }) => {
  await signIn(page, facility, phones.everyState);
  const last = page.getByRole('main').getByRole('listitem').last();
  await expect(last).toBeVisible();
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  expect((await boxOf(last)).end).toBeLessThanOrEqual((await boxOf(navigation(page))).y);
  await goTo(page, 'help');
  const footer = page.getByRole('contentinfo');
  await expect(footer).toBeVisible();
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  expect((await boxOf(footer)).end).toBeLessThanOrEqual((await boxOf(navigation(page))).y);
});

test('shows neither header nor navigation on the page of a door', async ({ page, facility }) => {
  await signIn(page, facility, phones.oneAccount);
  await goToDoor(page, 'B204');
  await expect(header(page)).toBeHidden();
  await expect(navigation(page)).toBeHidden();
});

test.describe('on a phone on its side', () => {
  test.use({ viewport: { width: 740, height: 360 } });

  test('has the navigation in the header row', async ({ page, facility }) => {
    await signIn(page, facility, phones.oneAccount);
    await expect(accountButton(page)).toBeVisible();
    const row = await boxOf(header(page));
    expect(row.height).toBeLessThanOrEqual(56);
    expect((await boxOf(navigation(page))).end).toBeLessThan(row.end);
  });
});

test.describe('with text at 200 %', () => {
  test.use({ viewport: { width: 320, height: 640 }, textScale: 2 });

  test('has the navigation below the brand, and it scrolls with the page', async ({ page, facility }) => {
    await signIn(page, facility, phones.everyState);
    await expect(page.getByRole('listitem').first()).toBeVisible();
    expect((await boxOf(navigation(page))).y).toBeGreaterThan((await boxOf(accountButton(page))).y);
    await page.evaluate(() => scrollTo(0, 2000));
    expect((await boxOf(navigation(page))).end).toBeLessThan(0);
  });
});

test.describe('on a wide screen', () => {
  test.use({ viewport: { width: 1280, height: 800 } });

  test('has the navigation in the header row, on the page of a door too, and the menu below its button', async ({
    page,
    facility,
  }) => {
    await signIn(page, facility, phones.oneAccount);
    await goToDoor(page, 'B204');
    const row = await boxOf(header(page));
    expect(row.height).toBeLessThanOrEqual(56);
    expect((await boxOf(navigation(page))).end).toBeLessThan(row.end);
    const menu = await openAccount(page);
    const [card, button] = [await boxOf(menu), await boxOf(accountButton(page))];
    expect(card.y).toBeGreaterThanOrEqual(button.end);
    expect(Math.abs(card.x + card.width - (button.x + button.width))).toBeLessThanOrEqual(16);
  });
});
