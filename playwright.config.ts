import { defineConfig } from '@playwright/test';
import type { ProjectOptions } from './e2e/support/test.ts';
import { findBrowser } from './scripts/lib/browser.mjs';

const executablePath = findBrowser();
// Set for the worker processes, which load this file again.
if (executablePath) process.env.CHROMIUM_PATH = executablePath;

/** Shared by the Chromium projects. The arguments allow running as root in a container and disable background traffic. */
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

/** A small phone in portrait orientation. */
export const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

/** The default locale, and the time zone of the facility's seeded locations. */
export const place = { locale: 'en-US', timezoneId: 'America/Denver', serviceWorkers: 'block' } as const;

const desktopOnly = /\.desktop\.spec\.ts$/;
/** The path from the phone number to the open door and its activity record. */
const wholePath = /(sign-in|sign-in-code|access|unlock|activity|session|laws)\.spec\.ts$/;
/**
 * Tests whose result can depend on language, direction, text size or keyboard, and all tests of laws and sessions. The others
 * run in the first project only. `FULL=1` runs all tests in every project.
 */
const runsInEveryProject = process.env.FULL === '1' ? /./ : /@all-projects|(laws|session)\.spec\.ts/;
/** Tests for one size of screen and text. */
const oneSize = /@one-size/;
const desktop = { viewport: { width: 1280, height: 800 } };

export default defineConfig<ProjectOptions>({
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
  // Traces cost a fifth of the time; set `TRACE=1` to debug a test.
  use: { ...place, trace: process.env.TRACE === '1' ? 'retain-on-failure' : 'off' },
  projects: [
    { name: 'mobile-chromium', testIgnore: desktopOnly, use: { ...chromium, ...phone } },
    // The language projects open doors from the list, the first project from the door's page. This one adds the rate limits.
    {
      name: 'from-the-list',
      testMatch: /rate-limit\.spec\.ts$/,
      grep: /@from-list/,
      use: { ...chromium, ...phone, opensFrom: 'list' as const },
    },
    // The same flows in every language, each combined with another variant.
    {
      name: 'spanish-narrow-large-dark',
      testMatch: wholePath,
      grep: runsInEveryProject,
      grepInvert: oneSize,
      use: {
        ...chromium,
        ...phone,
        viewport: { width: 320, height: 640 },
        locale: 'es-US',
        opensFrom: 'list',
        colorScheme: 'dark',
        textScale: 2,
        checksAccessibility: true,
      },
    },
    {
      name: 'french-keyboard',
      testMatch: wholePath,
      grep: runsInEveryProject,
      // A tenant in another time zone; times are shown in the time zone of the facility.
      use: {
        ...chromium,
        ...phone,
        locale: 'fr-CA',
        opensFrom: 'list',
        timezoneId: 'Pacific/Auckland',
        input: 'keyboard',
        checksAccessibility: true,
      },
    },
    {
      name: 'arabic-dark',
      testMatch: wholePath,
      grep: runsInEveryProject,
      use: {
        ...chromium,
        ...phone,
        locale: 'ar-US',
        opensFrom: 'list',
        colorScheme: 'dark',
        checksAccessibility: true,
      },
    },
    { name: 'desktop-chromium', testMatch: desktopOnly, use: { ...chromium, ...desktop } },
    ...(process.env.ALL_BROWSERS === '1'
      ? [
          // Firefox does not support isMobile.
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
