import { defineConfig } from 'vitest/config';

/** `npm run test:engines`: tests the app in the browsers that scripts/test-engines.mjs finds. */
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
