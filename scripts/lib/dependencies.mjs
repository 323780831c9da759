import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { print, root, run } from './run.mjs';

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, link?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lock
 */

/**
 * Why the installed packages differ from the lockfile; undefined if they do not. Compares contents, because file times
 * change with a checkout and do not show an interrupted install.
 *
 * @param {Lock} wanted package-lock.json
 * @param {Lock | undefined} installed node_modules/.package-lock.json, written by npm
 * @param {(path: string) => boolean} exists
 * @returns {string | undefined}
 */
export function installReason(wanted, installed, exists) {
  if (!installed) return 'nothing is installed yet';
  for (const [path, locked] of Object.entries(wanted.packages ?? {})) {
    if (path === '' || locked.link) continue;
    const present = installed.packages?.[path];
    // Optional packages are for one platform each, so most of them are absent.
    if (!present && (locked.optional || locked.devOptional)) continue;
    if (!present || !exists(path)) return `${path} is missing`;
    if (present.version !== locked.version || present.integrity !== locked.integrity) {
      return `${path} is not version ${locked.version}`;
    }
  }
  return undefined;
}

/**
 * Runs `npm ci` if node_modules does not match package-lock.json.
 *
 * @param {{ toStderr?: boolean }} [options] `toStderr` for a command whose standard output is its result
 * @throws {Error} with what to do
 */
export async function ensureDependencies({ toStderr = false } = {}) {
  const wanted = readJson(join(root, 'package-lock.json'));
  if (!wanted) throw new Error('package-lock.json cannot be read: restore it from the repository.');
  const installed = readJson(join(root, 'node_modules/.package-lock.json'));
  const reason = installReason(wanted, installed, (path) => existsSync(join(root, path, 'package.json')));
  if (!reason) return;
  print(`Installing dependencies (${reason}) …`, toStderr ? process.stderr : process.stdout);
  // --include=dev, because NODE_ENV=production or npm settings could exclude the build tools.
  const code = await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], { toStderr });
  if (code !== 0) {
    throw new Error('Installing dependencies failed: check that the npm registry can be reached, then run "npm ci".');
  }
}

/** @param {string} path @returns {Lock | undefined} */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
