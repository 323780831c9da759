import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join, sep } from 'node:path';
import { print, root, run } from './run.mjs';

/**
 * Chromium's headless shell has the engine but no UI; the end-to-end tests take half the CPU time in it.
 *
 * @typedef {'shell' | 'full'} Kind
 */

const systemNames = {
  shell: ['chromium-headless-shell'],
  full: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
};

const whatToInstall =
  'The browser tests need Chromium: install it (on Debian or Ubuntu "apt-get install chromium", elsewhere ' +
  '"npx playwright install --with-deps chromium"), or set CHROMIUM_PATH to one.';

/**
 * Finds a Chromium that starts: the one in CHROMIUM_PATH, else Playwright's, else the system's.
 *
 * @param {Kind} [first] the preferred kind; the other one is the fallback
 * @returns {string | undefined} its path
 * @throws {Error} when the browser of CHROMIUM_PATH does not start
 */
export function findBrowser(first = 'shell') {
  const requested = process.env.CHROMIUM_PATH;
  if (requested) {
    if (starts(requested)) return requested;
    throw new Error(`CHROMIUM_PATH names ${requested}, which does not start as a browser: correct it, or unset it.`);
  }
  const second = first === 'shell' ? 'full' : 'shell';
  return find(first) ?? find(second);
}

/**
 * Finds a Chromium, or installs one. Sets CHROMIUM_PATH for child processes.
 *
 * @returns {Promise<string>} its path
 * @throws {Error} with what to install
 */
export async function ensureBrowser() {
  // CI machines often have only the full browser, which is the fallback when the shell cannot be installed soon.
  const isCi = Boolean(process.env.CI) && !process.env.CHROMIUM_PATH;
  if (isCi && !find('shell') && find('full')) await installPackage(['chromium-headless-shell'], 120_000);
  const path = findBrowser() ?? (await install());
  if (!path) throw new Error(whatToInstall);
  process.env.CHROMIUM_PATH = path;
  return path;
}

async function install() {
  print('No Chromium found; installing one for the browser tests …');
  const playwright = join(root, 'node_modules/@playwright/test/cli.js');
  // A short connection timeout for networks that drop packets, but enough time for a slow download.
  await run(process.execPath, [playwright, 'install', '--only-shell', 'chromium'], {
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
    timeoutMs: 600_000,
  });
  const downloaded = findBrowser();
  if (downloaded) return downloaded;
  // Playwright's Chromium may lack system libraries, which Debian's package installs. Ubuntu, and Debian before 12, have
  // no package for the shell.
  await installPackage(['chromium-headless-shell', 'chromium'], 900_000);
  return findBrowser();
}

/**
 * Installs the first available package of these, with apt-get as root.
 *
 * @param {readonly string[]} names @param {number} timeoutMs for each step
 */
async function installPackage(names, timeoutMs) {
  if (process.getuid?.() !== 0 || !onPath('apt-get')) return;
  const options = { env: { DEBIAN_FRONTEND: 'noninteractive' }, timeoutMs };
  const apt = ['-o', 'Acquire::Retries=0', '-o', 'Acquire::http::Timeout=30'];
  await run('apt-get', [...apt, 'update'], { ...options, timeoutMs: Math.min(timeoutMs, 300_000) });
  for (const name of names) {
    if ((await run('apt-get', [...apt, 'install', '-y', '--no-install-recommends', name], options)) === 0) return;
  }
}

/** @param {Kind} kind */
function find(kind) {
  return [playwrightBrowser(kind), ...systemNames[kind].map(onPath)].find((path) => path !== undefined && starts(path));
}

/** @param {Kind} kind */
function playwrightBrowser(kind) {
  try {
    const require = createRequire(join(root, 'package.json'));
    const path = require('@playwright/test').chromium.executablePath();
    if (kind === 'shell') return shellBeside(path);
    return existsSync(path) ? path : undefined;
  } catch {
    // Playwright throws on a system that it has no build for.
    return undefined;
  }
}

/**
 * The path of Playwright's headless shell, which Playwright's API does not return. Its folder is beside the full browser:
 * `chromium-1234/<system>/chrome` and `chromium_headless_shell-1234/<system>/chrome-headless-shell`.
 *
 * @param {string} path the path of Playwright's full browser, installed or not
 */
export function shellBeside(path) {
  const folder = path.split(sep).find((part) => /^chromium-\d+$/.test(part));
  if (folder === undefined) return undefined;
  const shells = join(path.slice(0, path.indexOf(folder)), folder.replace('chromium-', 'chromium_headless_shell-'));
  if (!existsSync(shells)) return undefined;
  return readdirSync(shells, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|[/\\])(chrome-)?headless[-_]shell(\.exe)?$/.test(file))
    .map((file) => join(shells, file))
    .find(isExecutable);
}

/** The path of a program; undefined if not found. @param {string} name */
export function onPath(name) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether the browser runs; it does not if system libraries are missing. @param {string} path */
function starts(path) {
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}
