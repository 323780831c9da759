import { createServer } from 'node:net';
import { type Browser, type BrowserContext, chromium, devices, type Page } from '@playwright/test';
import { FacilityControl } from '../../e2e/support/facility.ts';
import { messagesOf } from '../../e2e/support/messages.ts';
import { chromium as chromiumWay, phone, place } from '../../playwright.config.ts';
import { startServerWith } from '../../server/start-server.ts';
import { createFacility } from '../../src/facility/index.ts';
import { createFewerDoors } from './fewer-doors.ts';

export const messages = messagesOf('en', 'en-US');

/** The CPU slowdown of rows marked "4× CPU". */
export const SLOW_CPU = 4;

/** The app with its own facility. */
export type App = {
  readonly url: string;
  readonly facility: FacilityControl;
  /** Limits the access response of every tenant to this many doors; null for all. */
  keepDoors(count: number | null): void;
  close(): Promise<void>;
};

export async function startApp(dist = 'dist'): Promise<App> {
  const fewer = createFewerDoors();
  const server = await startServerWith(
    (options) => {
      const facility = createFacility(options);
      const fetch = async (request: Request) => fewer.pass(request, await facility.fetch(request));
      return { fetch, control: facility.control, close: facility.close };
    },
    { host: '127.0.0.1', port: 0, dist, closeGraceMs: 100 },
  );
  const facility = new FacilityControl(server.url);
  await facility.settings({ motorMs: 5, dispatchMs: 0 });
  return { url: server.url, facility, keepDoors: fewer.keep, close: server.close };
}

/** Runs `use` with the app and closes it afterwards. */
export async function withApp<T>(use: (app: App) => Promise<T>): Promise<T> {
  const app = await startApp();
  try {
    return await use(app);
  } finally {
    await app.close();
  }
}

/** Runs `use` with Chromium, started with `more` arguments; `port` is its DevTools port. */
export async function withBrowser<T>(
  use: (browser: Browser, port: number) => Promise<T>,
  more: readonly string[] = [],
): Promise<T> {
  const port = await freePort();
  const { args, ...options } = chromiumWay.launchOptions;
  const browser = await chromium.launch({ ...options, args: [...args, ...more, `--remote-debugging-port=${port}`] });
  try {
    return await use(browser, port);
  } finally {
    await browser.close();
  }
}

/** A small phone in English in the time zone of the facility. */
export function newPhone(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ userAgent: devices['Pixel 7']?.userAgent ?? '', ...phone, ...place });
}

/** Throttles the CPU of this page; 1 is no throttling. */
export async function slowDown(page: Page, rate = SLOW_CPU): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
