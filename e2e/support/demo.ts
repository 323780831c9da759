import { resolve } from 'node:path';
import type { FrameLocator, Page } from '@playwright/test';
import type { Expectation } from '../../src/demo/director/script.ts';
import { type PlainFiles, servePlainFiles } from './plain-files.ts';
import { test as base, expect } from './test.ts';

/** The demo as files alone, under a path that nobody has told it of. */
export const test = base.extend<object, { files: PlainFiles }>({
  files: [
    async ({ browserName: _ }, use) => {
      const files = await servePlainFiles(resolve(import.meta.dirname, '../../build/demo'), '/some/where');
      await use(files);
      await files.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ files }, use) => use(files.url),
  // It is what carries a reload without a network.
  serviceWorkers: 'allow',
});

/** Opens the demo; `hash` is what its address ends with. */
export async function openDemo(page: Page, files: PlainFiles, hash = ''): Promise<void> {
  await page.goto(`${files.url}/demo/${hash}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** Takes the network away, once the demo says that it needs none. */
export async function cutNetwork(page: Page): Promise<void> {
  await expect(page.getByText('Works without a network')).toBeAttached();
  await page.context().setOffline(true);
}

/** The app, in the phone's frame. */
export function app(page: Page): FrameLocator {
  return page.frameLocator('iframe[title="The app on the phone"]');
}

/** Where the script is: what it says of itself, and how many steps were taken. */
export function controls(page: Page) {
  return page.getByRole('region', { name: 'Scenario' });
}

export async function isAt(page: Page, progress: string, done: number): Promise<void> {
  await expect(controls(page)).toHaveAttribute('data-done', String(done), { timeout: 20_000 });
  await expect(controls(page)).toHaveAttribute('data-progress', progress);
}

/** What a step promises is on the screen: in the app, and in the plan. */
export async function sees(page: Page, { app: inApp, plan }: Expectation): Promise<void> {
  if (inApp) {
    const { at, named, says } = inApp;
    const place = app(page).locator(at).filter({ visible: true });
    const one = (named === undefined ? place : place.filter({ hasText: named })).first();
    await expect(one).toBeVisible();
    if (says !== undefined) await expect(one).toContainText(says);
  }
  if (plan !== undefined) await expect(page.locator('.demo-fold-plan').locator(plan).first()).toBeVisible();
}

export { expect };
