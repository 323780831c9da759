import { defineConfig } from '@playwright/test';
import { chromium, phone, place } from './playwright.config.ts';

/** README screenshots: `*.shots.ts` files write them to docs/screens. Not part of the tests. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: /\.shots\.ts$/,
  outputDir: 'test-results/screenshots',
  globalSetup: './scripts/e2e-setup.mjs',
  workers: 1,
  reporter: 'line',
  use: { ...chromium, ...phone, ...place },
});
