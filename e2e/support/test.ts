import { test as base, expect, type Page } from '@playwright/test';
import type { RunningServer } from '../../server/start-server.ts';
import { expectAccessible } from './accessibility.ts';
import { FacilityControl } from './facility.ts';
import { startTestServer } from './server.ts';

type Fixtures = {
  readonly facility: FacilityControl;
};

/** The options that a project of playwright.config.ts may set. */
export type ProjectOptions = {
  /** How tests press and type: see input-driver.ts. */
  readonly input: 'touch' | 'keyboard';
  /** Where tests of opening a door press its button. */
  readonly opensFrom: 'page' | 'list';
  /** The root font size, as a multiple of the default. */
  readonly textScale: number;
  /** Whether the accessibility checks run on the last screen of each test. */
  readonly checksAccessibility: boolean;
};

/** One server per worker, over real HTTP; each test starts with a reset facility. */
export const test = base.extend<Fixtures & ProjectOptions, { server: RunningServer }>({
  input: ['touch', { option: true }],
  opensFrom: ['page', { option: true }],
  textScale: [1, { option: true }],
  checksAccessibility: [false, { option: true }],
  server: [
    async ({ browserName: _ }, use) => {
      const server = await startTestServer();
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ server }, use) => use(server.url),
  facility: [
    async ({ server }, use) => {
      const facility = new FacilityControl(server.url);
      await facility.reset();
      // A short motor time keeps the other tests fast; the default is two seconds.
      await facility.settings({ motorMs: 50 });
      await use(facility);
    },
    { auto: true },
  ],
  page: async ({ page, checksAccessibility, textScale, locale }, use, info) => {
    info.annotations.push({ type: 'locale', description: locale ?? 'en' });
    if (textScale !== 1) await scaleText(page, textScale);
    const browserErrors: string[] = [];
    watch(page, browserErrors);
    page.context().on('page', (other) => watch(other, browserErrors));
    await use(page);
    if (checksAccessibility && info.status === 'passed') await expectAccessible(page);
    const expected = info.annotations
      .filter(({ type }) => type === 'expects')
      .map(({ description }) => description ?? '');
    const unexpected = browserErrors.filter((line) => !expected.some((pattern) => new RegExp(pattern).test(line)));
    expect(unexpected, 'errors and warnings of the browser').toEqual([]);
  },
});

/** Sets the browser's font size, so that `rem` lengths in media queries scale too. */
async function scaleText(page: Page, scale: number): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  await browser.send('Page.setFontSizes', { fontSizes: { standard: 16 * scale, fixed: 13 * scale } });
}

/** Allows matching errors and warnings of the browser; any other fails the test. */
export function allowBrowserErrors(pattern: RegExp): void {
  test.info().annotations.push({ type: 'expects', description: pattern.source });
}

/** Chromium logs each error status and each lost connection; of API requests both are expected. */
const FAILED_REQUEST = /^Failed to load resource: /;
/** Test servers and URLs that a page creates. */
const OWN_URL = /^(http:\/\/127\.0\.0\.1:\d+\/|data:|blob:)/;

function watch(page: Page, browserErrors: string[]): void {
  page.on('pageerror', (error) => browserErrors.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    const path = message.location().url.replace(/^https?:\/\/[^/]+/, '');
    if (FAILED_REQUEST.test(message.text()) && /^\/(api|gateway)\//.test(path)) return;
    // The browser requests the icon for each new URL at an unpredictable time.
    if (message.text().endsWith('net::ERR_INTERNET_DISCONNECTED') && path === '/icon.svg') return;
    browserErrors.push(`console ${message.type()}: ${message.text()} (${path})`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!OWN_URL.test(url)) browserErrors.push(`request to another origin: ${request.method()} ${url}`);
  });
}

export { expect };
