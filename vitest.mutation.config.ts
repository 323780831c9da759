import { defineConfig } from 'vitest/config';

/** The tests that run against mutants: those of the mutated modules, and the recorded responses of scripts/explain. */
export default defineConfig({
  test: {
    include: ['src/{api,unlock}/**/*.test.{ts,tsx}', 'scripts/explain/explain*.test.ts'],
    restoreMocks: true,
    setupFiles: ['scripts/unit-setup.ts'],
    testTimeout: 20_000,
  },
});
