import { resolve } from 'node:path';
import type { RunningServer } from '../server/start-server.ts';
import { galleryStates } from '../src/app/gallery/states.ts';
import { fitsTheScreen } from './support/fits.ts';
import { startTestServer } from './support/server.ts';
import { isSound } from './support/sound.ts';
import { test as base, expect } from './support/test.ts';

/* Every screen in every state, and every component, light and dark, written from the left and from the right. */

const test = base.extend<object, { gallery: RunningServer }>({
  gallery: [
    async ({ browserName: _ }, use) => {
      const server = await startTestServer({ dist: resolve(import.meta.dirname, '../build/gallery') });
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
});

const ways = (['light', 'dark'] as const).flatMap((theme) =>
  (['en', 'ar'] as const).map((language) => ({ theme, language, query: `?theme=${theme}&language=${language}` })),
);

for (const { name } of galleryStates) {
  test(`${name}: sound, and no wider than the screen, in every theme and direction`, async ({ page, gallery }) => {
    const grounds = new Set<string>();
    for (const { language, query } of ways) {
      await test.step(query, async () => {
        await page.goto(`${gallery.url}/__gallery/${name}${query}`);
        await expect(page.locator('html[data-gallery="ready"]')).toBeAttached();
        await expect(page.locator('html')).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr');
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(name === 'loading/only' ? 0 : 1);
        await fitsTheScreen(page);
        grounds.add(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor));
        await isSound(page);
      });
    }
    expect(grounds.size, 'a light and a dark ground').toBe(2);
  });
}

test('every component is sound in every theme and direction', async ({ page, gallery }) => {
  for (const { query } of ways) {
    await page.goto(`${gallery.url}/__gallery${query}`);
    await expect(page.locator('html[data-gallery="ready"]')).toBeAttached();
    await expect(page.getByRole('heading', { name: 'The Open button' })).toBeVisible();
    await isSound(page);
  }
});

test('the app that is deployed has no gallery', async ({ page, server }) => {
  await page.goto(`${server.url}/__gallery`);
  await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible();
});
