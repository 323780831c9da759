import { defineConfig } from 'vitest/config';

/** The tests that mutants meet: those of the modules that are mutated, and of no other. */
export default defineConfig({
  test: {
    environment: 'jsdom',
    include: ['src/{api,unlock}/**/*.test.{ts,tsx}'],
    restoreMocks: true,
    setupFiles: ['scripts/unit-setup.ts'],
    testTimeout: 20_000,
  },
});
