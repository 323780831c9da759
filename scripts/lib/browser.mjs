import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join, sep } from 'node:path';
import { root, run, say } from './run.mjs';

/**
 * Chromium comes as the whole browser and as its headless shell: the same engine without a window, menus and profiles. The
 * end-to-end tests take half the processor time in the shell.
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
 * A Chromium that starts on this machine: the one CHROMIUM_PATH names, else Playwright's own, else the system's.
 *
 * @param {Kind} [first] the kind that is preferred; the other one is taken where it is the only one
 * @returns {string | undefined} its path
 * @throws {Error} when CHROMIUM_PATH names something that does not start, as another browser would not be meant
 */
export function findBrowser(first = 'shell') {
  const asked = process.env.CHROMIUM_PATH;
  if (asked) {
    if (starts(asked)) return asked;
    throw new Error(`CHROMIUM_PATH names ${asked}, which does not start as a browser: correct it, or unset it.`);
  }
  const second = first === 'shell' ? 'full' : 'shell';
  return find(first) ?? find(second);
}

/**
 * {@link findBrowser}, installing one where there is none; the path is left in CHROMIUM_PATH for the processes to come.
 *
 * @returns {Promise<string>} its path
 * @throws {Error} with a sentence that says what to install
 */
export async function ensureBrowser() {
  // A CI machine often has the whole browser alone. Where the shell cannot be had soon, the browser will do.
  const isCi = Boolean(process.env.CI) && !process.env.CHROMIUM_PATH;
  if (isCi && !find('shell') && find('full')) await installPackage(['chromium-headless-shell'], 120_000);
  const path = findBrowser() ?? (await install());
  if (!path) throw new Error(whatToInstall);
  process.env.CHROMIUM_PATH = path;
  return path;
}

async function install() {
  say('No Chromium found; installing one for the browser tests …');
  const playwright = join(root, 'node_modules/@playwright/test/cli.js');
  // A network that swallows packets must not hold everything up; a slow one may still take its time to download.
  await run(process.execPath, [playwright, 'install', '--only-shell', 'chromium'], {
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
    timeoutMs: 600_000,
  });
  const own = findBrowser();
  if (own) return own;
  // Playwright's Chromium may also be there and lack system libraries; Debian's package brings them along. Ubuntu, and
  // Debian before 12, know no package of the shell alone.
  await installPackage(['chromium-headless-shell', 'chromium'], 900_000);
  return findBrowser();
}

/**
 * Installs the first of these packages that there is, on a Debian where this process may do so.
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
  return [playwrightsOwn(kind), ...systemNames[kind].map(onPath)].find((path) => path !== undefined && starts(path));
}

/** @param {Kind} kind */
function playwrightsOwn(kind) {
  try {
    const require = createRequire(join(root, 'package.json'));
    const path = require('@playwright/test').chromium.executablePath();
    if (kind === 'shell') return shellBeside(path);
    return existsSync(path) ? path : undefined;
  } catch {
    // Playwright throws where it has no build for this system.
    return undefined;
  }
}

/**
 * Playwright keeps the shell in a folder beside the browser's, and has no name for it in its API:
 * `chromium-1234/<system>/chrome` and `chromium_headless_shell-1234/<system>/chrome-headless-shell`.
 *
 * @param {string} path where Playwright's whole browser is, or would be
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

/** Where a program of this name is; undefined where there is none. @param {string} name */
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

/** Whether the browser runs at all: a missing system library shows only then. @param {string} path */
function starts(path) {
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}
