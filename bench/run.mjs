// Loads one of the benchmarks, which are TypeScript like what they measure, and runs it.
import { join } from 'node:path';
import { root } from '../scripts/lib/run.mjs';
import { ensureDependencies, requireNode } from '../scripts/setup.mjs';

requireNode();
await ensureDependencies();
const { runnerImport } = await import('vite');
await runnerImport(join(root, 'bench', process.argv[2] ?? '', 'main.ts'), {
  root,
  configFile: false,
  logLevel: 'error',
});
