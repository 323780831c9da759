// Tests the app in the installed browsers other than Chromium. Not part of `npm test`, because most machines lack one.
import { findEngines, startVirtualDisplay } from './lib/engines.mjs';
import { print, run } from './lib/run.mjs';
import { ensureBuild, fail, prepare } from './setup.mjs';

const { found, missing } = findEngines();
for (const { why } of missing) print(why);
if (found.length === 0) fail('No engine was run.');
await prepare(() => ensureBuild({ server: true }));

/** @type {string[]} */
const results = [];
for (const { name, path, needsDisplay } of found) {
  print(`\n== ${name} (${path})`);
  const display = needsDisplay ? await startVirtualDisplay() : null;
  const code = await run('npx', ['vitest', 'run', '--config', 'vitest.engines.config.ts', ...process.argv.slice(2)], {
    env: { ENGINE: name, ENGINE_PATH: path, ...(display ? { DISPLAY: display.name } : {}) },
  });
  display?.stop();
  if (code !== 0) process.exitCode = 1;
  results.push(`${name}: ${code === 0 ? 'passed' : 'failed'}`);
}
print(`\n${[...results, ...missing.map(({ name }) => `${name}: not run`)].join(', ')}`);
