import { resolve } from 'node:path';
import type { FrameLocator, Page, Request } from '@playwright/test';
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

/** The requests of each page that have no response yet. */
const pending = new WeakMap<Page, Set<Request>>();

/** Opens the demo at a URL hash. */
export async function openDemo(page: Page, files: PlainFiles, hash = ''): Promise<void> {
  const requests = new Set<Request>();
  pending.set(page, requests);
  page.on('request', (request) => requests.add(request));
  for (const event of ['requestfinished', 'requestfailed'] as const) {
    page.on(event as 'requestfinished', (request) => requests.delete(request));
  }
  await page.goto(`${files.url}/demo/${hash}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** Goes offline once the demo reports that it works without a network, and what it requested before that has arrived. */
export async function cutNetwork(page: Page): Promise<void> {
  await expect(page.getByText('Works without a network')).toBeAttached();
  await expect.poll(() => pending.get(page)?.size).toBe(0);
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
