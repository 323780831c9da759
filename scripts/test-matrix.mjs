// Runs every cell of the fault matrix in a browser. `npm test` runs all in-process and only some in a browser.
import { run } from './lib/run.mjs';
import { ensureBrowser, prepare } from './setup.mjs';

await prepare(ensureBrowser);
process.exitCode = await run('npx', ['playwright', 'test', 'e2e/fault-matrix.spec.ts', ...process.argv.slice(2)], {
  env: { MATRIX: 'all' },
});
