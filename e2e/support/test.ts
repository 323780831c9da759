import { test as base, expect, type Page } from '@playwright/test';
import type { RunningServer } from '../../server/start-server.ts';
import { FacilityControl } from './facility.ts';
import { startTestServer } from './server.ts';
import { isSound } from './sound.ts';

type Fixtures = {
  readonly facility: FacilityControl;
};

/** What a project may vary: see playwright.config.ts. */
export type Ways = {
  /** How the person works the page: see hands.ts. */
  readonly hands: 'finger' | 'keyboard';
  /** The root font size, as a multiple of the usual one. */
  readonly textScale: number;
  /** Whether the screen that each test ends on is held against the accessibility rules. */
  readonly endsSound: boolean;
};

/** A fresh world for each test; one server a worker, over real HTTP. */
export const test = base.extend<Fixtures & Ways, { server: RunningServer }>({
  hands: ['finger', { option: true }],
  textScale: [1, { option: true }],
  endsSound: [false, { option: true }],
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
      // Most tests are about other things than the motor's two seconds.
      await facility.settings({ motorMs: 50 });
      await use(facility);
    },
    { auto: true },
  ],
  page: async ({ page, endsSound, textScale, locale }, use, info) => {
    info.annotations.push({ type: 'locale', description: locale ?? 'en' });
    if (textScale !== 1) await scaleText(page, textScale);
    const trouble: string[] = [];
    watch(page, trouble);
    page.context().on('page', (other) => watch(other, trouble));
    await use(page);
    if (endsSound && info.status === 'passed') await isSound(page);
    const expected = info.annotations
      .filter(({ type }) => type === 'expects')
      .map(({ description }) => description ?? '');
    const unexpected = trouble.filter((line) => !expected.some((pattern) => new RegExp(pattern).test(line)));
    expect(unexpected, 'what the browser complained about').toEqual([]);
  },
});

/** As the browser's own setting does it, so that lengths in `rem` grow in media queries as well. */
async function scaleText(page: Page, scale: number): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  await browser.send('Page.setFontSizes', { fontSizes: { standard: 16 * scale, fixed: 13 * scale } });
}

/** Allows complaints of the browser that match; without it each fails the test. */
export function expectTrouble(pattern: RegExp): void {
  test.info().annotations.push({ type: 'expects', description: pattern.source });
}

/** A refusal of the API is an answer, not trouble; so is a connection that a test has cut. */
const REFUSAL = /^Failed to load resource: /;
/** Test servers, and what a page makes for itself. */
const OWN = /^(http:\/\/127\.0\.0\.1:\d+\/|data:|blob:)/;

function watch(page: Page, trouble: string[]): void {
  page.on('pageerror', (error) => trouble.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    const path = message.location().url.replace(/^https?:\/\/[^/]+/, '');
    if (REFUSAL.test(message.text()) && /^\/(api|gateway)\//.test(path)) return;
    // The browser asks for the tab's icon by itself at every new address, at a moment of its own.
    if (message.text().endsWith('net::ERR_INTERNET_DISCONNECTED') && path === '/icon.svg') return;
    trouble.push(`console ${message.type()}: ${message.text()} (${path})`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!OWN.test(url)) trouble.push(`request to another place: ${request.method()} ${url}`);
  });
}

export { expect };
