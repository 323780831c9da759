// Writes docs/fault-matrix.md from the table that the tests run.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { root } from './lib/run.mjs';

/** @type {{ module: typeof import('../e2e/matrix/document.ts') }} */
const { module } = await runnerImport(join(root, 'e2e/matrix/document.ts'), {
  root,
  configFile: false,
  logLevel: 'error',
});
writeFileSync(join(root, 'docs/fault-matrix.md'), module.faultMatrixPage());
