import { defineConfig } from 'vitest/config';

/** `npm run test:engines`: what the app does in the browser that scripts/test-engines.mjs found. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['e2e/engines/*.rule.ts'],
    // One browser at a time.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 90_000,
  },
});
