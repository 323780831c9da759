import { defineConfig } from '@playwright/test';
import type { Ways } from './e2e/support/test.ts';
import { findBrowser } from './scripts/lib/browser.mjs';

const executablePath = findBrowser();
// Left in the environment for the worker processes, which load this file again.
if (executablePath) process.env.CHROMIUM_PATH = executablePath;

/** What every Chromium project shares; the arguments let it run as root in a container and keep it off the network. */
export const chromium = {
  browserName: 'chromium' as const,
  launchOptions: {
    ...(executablePath ? { executablePath } : {}),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  },
};

/** A small phone, held upright. */
export const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

/** The place and the language that tests expect: the facility's seeded locations lie here. One project is elsewhere. */
export const place = { locale: 'en-US', timezoneId: 'America/Denver', serviceWorkers: 'block' } as const;

const desktopOnly = /\.desktop\.spec\.ts$/;
/** The whole path, from the number to the open door and what is written down of it. */
const wholePath = /(sign-in|sign-in-code|access|unlock|activity|session|laws)\.spec\.ts$/;
/**
 * What another language, direction, size of text or the keyboard can change, and the laws and sessions, of which nothing is
 * left to chance. The other flows run once: what they prove is the same in every language. `FULL=1` runs all everywhere.
 */
const ways = process.env.FULL === '1' ? /./ : /@ways|(laws|session)\.spec\.ts/;
/** What holds at one size of screen and text alone. */
const oneSize = /@one-size/;
const desktop = { viewport: { width: 1280, height: 800 } };

export default defineConfig<Ways>({
  testDir: 'e2e',
  outputDir: 'test-results',
  globalSetup: './scripts/e2e-setup.mjs',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['line'], ['json', { outputFile: 'build/e2e.json' }]],
  // A trace of every test costs a fifth of the time; `TRACE=1` for the one that is being looked into.
  use: { ...place, trace: process.env.TRACE === '1' ? 'retain-on-failure' : 'off' },
  projects: [
    { name: 'mobile-chromium', testIgnore: desktopOnly, use: { ...chromium, ...phone } },
    // The same flows in every language, each in another way as well: together they cover every pair that matters.
    {
      name: 'spanish-narrow-large-dark',
      testMatch: wholePath,
      grep: ways,
      grepInvert: oneSize,
      use: {
        ...chromium,
        ...phone,
        viewport: { width: 320, height: 640 },
        locale: 'es-US',
        colorScheme: 'dark',
        textScale: 2,
        endsSound: true,
      },
    },
    {
      name: 'french-keyboard',
      testMatch: wholePath,
      grep: ways,
      // A person far from the facility, whose times are told nevertheless.
      use: {
        ...chromium,
        ...phone,
        locale: 'fr-CA',
        timezoneId: 'Pacific/Auckland',
        hands: 'keyboard',
        endsSound: true,
      },
    },
    {
      name: 'arabic-dark',
      testMatch: wholePath,
      grep: ways,
      use: { ...chromium, ...phone, locale: 'ar-US', colorScheme: 'dark', endsSound: true },
    },
    { name: 'desktop-chromium', testMatch: desktopOnly, use: { ...chromium, ...desktop } },
    ...(process.env.ALL_BROWSERS === '1'
      ? [
          // Firefox knows no isMobile.
          {
            name: 'mobile-firefox',
            testIgnore: desktopOnly,
            use: { browserName: 'firefox' as const, viewport: phone.viewport, hasTouch: true },
          },
          { name: 'mobile-webkit', testIgnore: desktopOnly, use: { browserName: 'webkit' as const, ...phone } },
        ]
      : []),
  ],
});
