import { defineConfig } from 'vitest/config';

/** `npm run check:contract`: checks the simulated facility against the published OpenAPI file, which is not in the repository. */
export default defineConfig({
  test: { environment: 'node', include: ['src/facility/contract/*.contract.ts'] },
});
