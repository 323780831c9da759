// Every cell of the fault matrix, in a browser. `npm test` runs a pairwise cover of them.
import { run } from './lib/run.mjs';
import { ensureBrowser, ensureDependencies, fail, requireNode } from './setup.mjs';

requireNode();
try {
  await ensureDependencies();
  await ensureBrowser();
} catch (error) {
  fail(error);
}
process.exitCode = await run('npx', ['playwright', 'test', 'e2e/fault-matrix.spec.ts', ...process.argv.slice(2)], {
  env: { MATRIX: 'all' },
});
