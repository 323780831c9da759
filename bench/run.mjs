// Loads benchmarks, which are TypeScript like what they measure, and runs them one after another.
import { join } from 'node:path';
import { root } from '../scripts/lib/run.mjs';
import { ensureDependencies, findBrowser, requireNode } from '../scripts/setup.mjs';

const asked = process.argv.slice(2).filter((word) => !word.startsWith('-'));

requireNode();
await ensureDependencies();
// What is measured is what is shipped: without this, pages would be built with React as it is for development.
process.env.NODE_ENV = 'production';
// The browser that people have, not the shell that tests take.
const browser = findBrowser('full');
if (browser) process.env.CHROMIUM_PATH = browser;
const { runnerImport } = await import('vite');
for (const name of asked.length > 0 ? asked : ['errors', 'speed']) {
  await runnerImport(join(root, 'bench', name, 'main.ts'), { root, configFile: false, logLevel: 'error' });
}
