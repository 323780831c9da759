// Every cell of the fault matrix, in a browser. `npm test` runs all of them in-process, and in a browser what only one can show.
import { run } from './lib/run.mjs';
import { ensureBrowser, prepare } from './setup.mjs';

await prepare(ensureBrowser);
process.exitCode = await run('npx', ['playwright', 'test', 'e2e/fault-matrix.spec.ts', ...process.argv.slice(2)], {
  env: { MATRIX: 'all' },
});
