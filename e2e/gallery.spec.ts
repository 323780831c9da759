import { resolve } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { phone, place } from '../playwright.config.ts';
import type { RunningServer } from '../server/start-server.ts';
import { galleryStates } from '../src/gallery/states.ts';
import type { Theme } from '../src/gallery/theme.ts';
import { accessibilityViolations } from './support/accessibility.ts';
import { overflowingElements } from './support/overflow.ts';
import { startTestServer } from './support/server.ts';
import { test as base, expect } from './support/test.ts';
import { latinTextIn } from './support/untranslated.ts';

/* Every screen in every state and every component, light and dark, left-to-right and right-to-left. */

const test = base.extend<object, { gallery: RunningServer; kept: BrowserContext }>({
  gallery: [
    async ({ browserName: _ }, use) => {
      const server = await startTestServer({ dist: resolve(import.meta.dirname, '../build/gallery') });
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
  // One context for all states, so that the app is fetched and compiled once. Each state clears its own storage.
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

/** Opens a page of the gallery and runs `check` in each variant. Changes the theme without a page load. */
async function inEveryVariant(page: Page, address: string, nth: number, check: (variant: string) => Promise<void>) {
  const themes: readonly Theme[] = nth % 2 === 0 ? ['light', 'dark'] : ['dark', 'light'];
  for (const { language, direction } of directions) {
    await page.goto(`${address}?theme=${themes[0]}&language=${language}`);
    await expect(page.locator('html[data-gallery="ready"]')).toBeAttached();
    for (const theme of themes) {
      const variant = `${theme}, ${language}`;
      await test.step(variant, async () => {
        await page.evaluate((wanted) => window.galleryTheme?.(wanted), theme);
        await expect.soft(page.locator('html'), variant).toHaveAttribute('dir', direction);
        await check(variant);
      });
    }
  }
}

for (const [nth, { name, until }] of galleryStates.entries()) {
  test(`${name}: is accessible, fits the screen width and is in one language, in every theme and direction`, async ({
    page,
    gallery,
  }) => {
    const backgrounds = new Set<string>();
    // Soft assertions: the failure of one variant does not hide another's.
    await inEveryVariant(page, `${gallery.url}/__gallery/${name}`, nth, async (variant) => {
      await expect.soft(page.locator(until).first(), `${variant}: reaches the state`).toBeAttached();
      const headings = page.getByRole('heading', { level: 1 });
      await expect.soft(headings, `${variant}: level 1 headings`).toHaveCount(name === 'loading/only' ? 0 : 1);
      expect.soft(await overflowingElements(page), `${variant}: overflowing elements`).toEqual([]);
      expect.soft(await accessibilityViolations(page), `${variant}: accessibility violations`).toEqual([]);
      // A text in the code instead of the catalogues stays in Latin letters.
      if (variant.endsWith('ar')) expect.soft(await latinTextIn(page), `${variant}: untranslated texts`).toEqual([]);
      backgrounds.add(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor));
    });
    expect(backgrounds.size, 'a light and a dark background').toBe(2);
  });
}

test('every component is accessible in every theme and direction', async ({ page, gallery }) => {
  await inEveryVariant(page, `${gallery.url}/__gallery`, 0, async (variant) => {
    await expect(page.getByRole('heading', { name: 'The Open button' })).toBeVisible();
    expect.soft(await accessibilityViolations(page), `${variant}: accessibility violations`).toEqual([]);
  });
});

test('the deployed app has no gallery', async ({ page, server }) => {
  await page.goto(`${server.url}/__gallery`);
  await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible();
});
