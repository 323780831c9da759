import { resolve } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { phone, place } from '../playwright.config.ts';
import type { RunningServer } from '../server/start-server.ts';
import { galleryStates } from '../src/gallery/states.ts';
import type { Theme } from '../src/gallery/theme.ts';
import { beyondTheScreen } from './support/fits.ts';
import { latinTextIn } from './support/foreign.ts';
import { startTestServer } from './support/server.ts';
import { brokenRules } from './support/sound.ts';
import { test as base, expect } from './support/test.ts';

/* Every screen in every state, and every component, light and dark, written from the left and from the right. */

const test = base.extend<object, { gallery: RunningServer; kept: BrowserContext }>({
  gallery: [
    async ({ browserName: _ }, use) => {
      const server = await startTestServer({ dist: resolve(import.meta.dirname, '../build/gallery') });
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
  // One for all states: the app is fetched and compiled once, and each state begins with an empty store by itself.
  kept: [
    async ({ browser }, use) => {
      const context = await browser.newContext({ ...phone, ...place });
      await use(context);
      await context.close();
    },
    { scope: 'worker' },
  ],
  context: async ({ kept }, use) => use(kept),
  page: async ({ page }, use) => {
    await use(page);
    await page.close();
  },
});

const directions = [
  { language: 'en', direction: 'ltr' },
  { language: 'ar', direction: 'rtl' },
];

/** Opens a page of the gallery and does something in each of the four ways: a load for a language, none for a theme. */
async function inEveryWay(page: Page, address: string, nth: number, look: (way: string) => Promise<void>) {
  const themes: readonly Theme[] = nth % 2 === 0 ? ['light', 'dark'] : ['dark', 'light'];
  for (const { language, direction } of directions) {
    await page.goto(`${address}?theme=${themes[0]}&language=${language}`);
    await expect(page.locator('html[data-gallery="ready"]')).toBeAttached();
    for (const theme of themes) {
      const way = `${theme}, ${language}`;
      await test.step(way, async () => {
        await page.evaluate((wanted) => window.galleryTheme?.(wanted), theme);
        await expect.soft(page.locator('html'), way).toHaveAttribute('dir', direction);
        await look(way);
      });
    }
  }
}

for (const [nth, { name, until }] of galleryStates.entries()) {
  test(`${name}: sound, no wider than the screen, and all in one language, in every theme and direction`, async ({
    page,
    gallery,
  }) => {
    const grounds = new Set<string>();
    // Softly: one way that fails hides none of the others.
    await inEveryWay(page, `${gallery.url}/__gallery/${name}`, nth, async (way) => {
      await expect.soft(page.locator(until).first(), `${way}: the state that was reached stays`).toBeAttached();
      const headings = page.getByRole('heading', { level: 1 });
      await expect.soft(headings, `${way}: its heading`).toHaveCount(name === 'loading/only' ? 0 : 1);
      expect.soft(await beyondTheScreen(page), `${way}: what reaches beyond the screen`).toEqual([]);
      expect.soft(await brokenRules(page), `${way}: the rules that it breaks`).toEqual([]);
      // What is said in the code and not in the catalogues stays as it was written in every language.
      if (way.endsWith('ar')) expect.soft(await latinTextIn(page), `${way}: text that is not Arabic`).toEqual([]);
      grounds.add(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor));
    });
    expect(grounds.size, 'a light and a dark ground').toBe(2);
  });
}

test('every component is sound in every theme and direction', async ({ page, gallery }) => {
  await inEveryWay(page, `${gallery.url}/__gallery`, 0, async (way) => {
    await expect(page.getByRole('heading', { name: 'The Open button' })).toBeVisible();
    expect.soft(await brokenRules(page), `${way}: the rules that they break`).toEqual([]);
  });
});

test('the app that is deployed has no gallery', async ({ page, server }) => {
  await page.goto(`${server.url}/__gallery`);
  await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible();
});
