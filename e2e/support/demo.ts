import { resolve } from 'node:path';
import type { FrameLocator, Page } from '@playwright/test';
import type { Expectation } from '../../src/demo/director/script.ts';
import { type PlainFiles, servePlainFiles } from './plain-files.ts';
import { test as base, expect } from './test.ts';

/** The demo as static files under a path that its build does not know. */
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
  // A reload without a network needs the service worker.
  serviceWorkers: 'allow',
});

/** Opens the demo at a URL hash. */
export async function openDemo(page: Page, files: PlainFiles, hash = ''): Promise<void> {
  await page.goto(`${files.url}/demo/${hash}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** Goes offline once the demo reports that it works without a network. */
export async function cutNetwork(page: Page): Promise<void> {
  await expect(page.getByText('Works without a network')).toBeAttached();
  await page.context().setOffline(true);
}

/** The app in the phone's frame. */
export function app(page: Page): FrameLocator {
  return page.frameLocator('iframe[title="The app on the phone"]');
}

/** The scenario's controls, which show its progress. */
export function controls(page: Page) {
  return page.getByRole('region', { name: 'Scenario' });
}

export async function isAt(page: Page, progress: string, done: number): Promise<void> {
  await expect(controls(page)).toHaveAttribute('data-done', String(done), { timeout: 20_000 });
  await expect(controls(page)).toHaveAttribute('data-progress', progress);
}

/** Asserts that a step's result is visible in the app and in the plan. */
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
