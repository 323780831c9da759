// Prints how the app would classify recorded answers: JSON on standard output, everything else on standard error.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root } from './lib/run.mjs';
import { ensureDependencies, fail, requireNode } from './setup.mjs';

const [path, ...more] = process.argv.slice(2);
if (path === undefined || more.length > 0) fail('Say which file: npm run --silent explain -- answers.json');

requireNode();
const file = parse(read(path));
await ensureDependencies({ toStderr: true }).catch(fail);
const { runnerImport } = await import('vite');
/** @type {{ module: typeof import('./explain/explain.ts') }} */
const { module } = await runnerImport(join(root, 'scripts/explain/explain.ts'), {
  root,
  configFile: false,
  logLevel: 'silent',
});
try {
  process.stdout.write(`${JSON.stringify(await module.explain(file), null, 2)}\n`);
} catch (error) {
  if (!(error instanceof module.InvalidRecording)) throw error;
  fail(`${path}: ${error.message} See docs/explain.md.`);
}

/** @param {string} path */
function read(path) {
  try {
    // npm changes to the project's folder; INIT_CWD is the folder in which npm was called.
    return readFileSync(resolve(process.env.INIT_CWD ?? '.', path), 'utf8');
  } catch {
    return fail(`${path} cannot be read: name a file of recorded answers in the format of docs/explain.md.`);
  }
}

/** @param {string} text @returns {unknown} */
function parse(text) {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const why = /** @type {Error} */ (error).message.replace(/\s+/g, ' ');
    return fail(`${path} has to be JSON, in the format of docs/explain.md: ${why}.`);
  }
}
