import { defineConfig } from '@playwright/test';
import { chromium, phone, place } from './playwright.config.ts';

/** The README's pictures: `*.shots.ts` files write them to docs/screens. Never a part of the tests. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: /\.shots\.ts$/,
  outputDir: 'test-results/screenshots',
  globalSetup: './scripts/e2e-setup.mjs',
  workers: 1,
  reporter: 'line',
  use: { ...chromium, ...phone, ...place },
});
