import { defineConfig } from 'vitest/config';

/** `npm run check:contract`: the simulated facility against the published OpenAPI file, which is no part of the project. */
export default defineConfig({
  test: { environment: 'node', include: ['src/facility/contract/*.contract.ts'] },
});
