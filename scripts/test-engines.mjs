// The app in the browsers other than Chromium that this machine has. Not part of `npm test`: most machines lack one.
import { findEngines, startScreen } from './lib/engines.mjs';
import { run, say } from './lib/run.mjs';
import { ensureBuild, fail, prepare } from './setup.mjs';

const { found, missing } = findEngines();
for (const { why } of missing) say(why);
if (found.length === 0) fail('No engine was run.');
await prepare(() => ensureBuild({ server: true }));

/** @type {string[]} */
const results = [];
for (const { name, path, needsScreen } of found) {
  say(`\n== ${name} (${path})`);
  const screen = needsScreen ? await startScreen() : null;
  const code = await run('npx', ['vitest', 'run', '--config', 'vitest.engines.config.ts', ...process.argv.slice(2)], {
    env: { ENGINE: name, ENGINE_PATH: path, ...(screen ? { DISPLAY: screen.display } : {}) },
  });
  screen?.end();
  if (code !== 0) process.exitCode = 1;
  results.push(`${name}: ${code === 0 ? 'passed' : 'failed'}`);
}
say(`\n${[...results, ...missing.map(({ name }) => `${name}: not run`)].join(', ')}`);
