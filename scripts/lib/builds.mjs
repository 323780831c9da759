import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { print, root, run } from './run.mjs';
import { filesUnder } from './source-files.mjs';

const appInputs = ['index.html', 'public', 'src', 'build-plugins', 'vite.config.ts', 'tsconfig.json'];

/** Tests are not inputs. @type {Record<'app' | 'gallery' | 'demo' | 'server', { script: string, output: string, proof: string, inputs: string[] }>} */
const builds = {
  app: {
    script: 'build',
    output: 'dist',
    proof: 'dist/index.html',
    inputs: appInputs,
  },
  gallery: {
    script: 'build:gallery',
    output: 'build/gallery',
    proof: 'build/gallery/index.html',
    inputs: appInputs,
  },
  demo: {
    script: 'build:demo',
    output: 'build/demo',
    proof: 'build/demo/demo/index.html',
    inputs: ['demo', 'public', 'src', 'build-plugins', 'vite.demo.config.ts', 'tsconfig.json'],
  },
  server: {
    script: 'build:server',
    output: 'build/server',
    proof: 'build/server/main.js',
    inputs: ['server', 'src', 'vite.server.config.ts', 'tsconfig.json'],
  },
};

const stampFile = join(root, 'build/.stamp.json');

/**
 * Builds the app, and on request the server, the gallery and the demo, where the build is missing or outdated.
 *
 * @param {{ server?: boolean, gallery?: boolean, demo?: boolean }} [options]
 * @throws {Error} when a build fails
 */
export async function ensureBuild({ server = false, gallery = false, demo = false } = {}) {
  const wanted = { app: true, server, gallery, demo };
  for (const name of /** @type {const} */ (['app', 'server', 'gallery', 'demo'])) {
    if (!wanted[name] || isFresh(name)) continue;
    print(`Building the ${name} …`);
    if ((await build(name)) !== 0) throw new Error(`Building the ${name} failed: see the output above.`);
  }
}

/**
 * Builds unconditionally, and stores hashes of inputs and output.
 *
 * @param {keyof typeof builds} name
 * @returns {Promise<number>} the exit code
 */
export async function build(name) {
  const { script, proof } = builds[name];
  // Hashed before the build, so that a change during the build makes it outdated.
  const inputs = hashOf(builds[name].inputs);
  const code = await run('npm', ['run', '--silent', script]);
  if (code !== 0 || !existsSync(join(root, proof))) return code || 1;
  mkdirSync(join(root, 'build'), { recursive: true });
  const stamp = { ...readStamp(), [name]: { inputs, output: hashOf([builds[name].output]) } };
  writeFileSync(stampFile, `${JSON.stringify(stamp, null, 2)}\n`);
  return 0;
}

/** @param {keyof typeof builds} name */
function isFresh(name) {
  const { proof, inputs, output } = builds[name];
  const stamp = readStamp()[name];
  if (!stamp || !existsSync(join(root, proof))) return false;
  return stamp.inputs === hashOf(inputs) && stamp.output === hashOf([output]);
}

/** @returns {Partial<Record<keyof typeof builds, { inputs: string, output: string }>>} */
function readStamp() {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'));
  } catch {
    return {};
  }
}

/** One hash over the names and contents of files and folders. @param {readonly string[]} paths */
function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of [...paths, 'package.json', 'package-lock.json']) {
    for (const file of filesUnder(join(root, path)).filter((name) => !/\.test\.tsx?$/.test(name))) {
      hash.update(relative(root, file).split(sep).join('/')).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}
