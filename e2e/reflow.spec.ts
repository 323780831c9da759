import type { Page } from '@playwright/test';
import { askForCode, enterCode, goToDoor, openButton, people, status } from './support/steps.ts';
import { expect, test } from './support/test.ts';

/* WCAG 2.2, 1.4.4 and 1.4.10: twice the text on the narrowest screen, and nobody has to scroll sideways. */

test.use({ viewport: { width: 320, height: 640 } });

async function fitsTheScreen(page: Page): Promise<void> {
  expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('32px');
  const widest = await page.evaluate(() => {
    const beyond = [...document.querySelectorAll('body *')].filter((element) => {
      const { right, width, height } = element.getBoundingClientRect();
      return width > 1 && height > 1 && right > innerWidth + 1 && getComputedStyle(element).visibility === 'visible';
    });
    return beyond.map((element) => element.outerHTML.slice(0, 100));
  });
  expect(widest, 'what reaches beyond the screen').toEqual([]);
}

test('the whole path fits a screen of 320 px with text of twice its size', async ({ page, facility }) => {
  await page.addInitScript(() => {
    addEventListener('DOMContentLoaded', () => {
      document.documentElement.style.fontSize = '200%';
    });
  });
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Send code' })).toBeVisible();
  await fitsTheScreen(page);
  await askForCode(page, people.twoAccounts);
  await fitsTheScreen(page);
  await enterCode(page, await facility.code(people.twoAccounts));
  await expect(page.getByRole('heading', { name: 'Choose an account' })).toBeVisible();
  await fitsTheScreen(page);
  await page.getByRole('main').getByRole('listitem').first().getByRole('button').click();
  await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
  await fitsTheScreen(page);
  const door = (await page.getByRole('main').getByRole('listitem').getByRole('link').first().textContent()) ?? '';
  await goToDoor(page, door);
  await fitsTheScreen(page);
  await openButton(page, door).click();
  await expect(status(page)).toContainText('Opened at');
  await fitsTheScreen(page);
  await page.getByRole('link', { name: 'Activity' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: door })).toBeVisible();
  await fitsTheScreen(page);
  await page.goto('/help');
  await expect(page.getByRole('heading', { name: 'Last requests' })).toBeVisible();
  await fitsTheScreen(page);
});
