// Loads the benchmarks, which are TypeScript, and runs them one after another.
import { join } from 'node:path';
import { root } from '../scripts/lib/run.mjs';
import { ensureDependencies, findBrowser, requireNode } from '../scripts/setup.mjs';

const asked = process.argv.slice(2).filter((word) => !word.startsWith('-'));

requireNode();
await ensureDependencies();
// Without this, pages would be built with React's development build.
process.env.NODE_ENV = 'production';
// The full browser, not the headless shell of the tests.
const browser = findBrowser('full');
if (browser) process.env.CHROMIUM_PATH = browser;
const { runnerImport } = await import('vite');
for (const name of asked.length > 0 ? asked : ['errors', 'speed']) {
  await runnerImport(join(root, 'bench', name, 'main.ts'), { root, configFile: false, logLevel: 'error' });
}
