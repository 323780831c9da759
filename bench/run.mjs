// Loads the benchmarks, which are TypeScript, and runs them one after another.
import { join } from 'node:path';
import { root } from '../scripts/lib/run.mjs';
import { ensureDependencies, findBrowser, requireNode } from '../scripts/setup.mjs';

const asked = process.argv.slice(2).filter((word) => !word.startsWith('-'));

requireNode();
await ensureDependencies();
// Otherwise the pages would contain React's development build.
process.env.NODE_ENV = 'production';
// Measures in the full browser, not in the headless shell of the tests.
const browser = findBrowser('full');
if (browser) process.env.CHROMIUM_PATH = browser;
const { runnerImport } = await import('vite');
for (const name of asked.length > 0 ? asked : ['errors', 'speed']) {
  await runnerImport(join(root, 'bench', name, 'main.ts'), { root, configFile: false, logLevel: 'error' });
}
