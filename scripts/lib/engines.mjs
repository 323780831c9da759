import { spawn } from 'node:child_process';
import { onPath } from './browser.mjs';

/**
 * @typedef {{ name: 'firefox' | 'webkit', path: string, needsScreen: boolean }} Engine
 * @typedef {{ name: 'firefox' | 'webkit', why: string }} Missing
 */

/** @type {{ name: Engine['name'], programs: string[], needsScreen: boolean, why: string }[]} */
const known = [
  {
    name: 'firefox',
    programs: ['firefox-esr', 'firefox'],
    needsScreen: false,
    why: 'Firefox is not run: install the package firefox-esr (Debian) or firefox.',
  },
  {
    name: 'webkit',
    programs: ['WebKitWebDriver'],
    needsScreen: true,
    why: 'WebKit is not run: install the packages webkit2gtk-driver and xvfb (Debian, Ubuntu).',
  },
];

/**
 * Which engines other than Chromium can be driven on this machine, and a sentence on each of the others.
 *
 * @param {(program: string) => string | undefined} [find] gives the path of a program
 * @returns {{ found: Engine[], missing: Missing[] }}
 */
export function findEngines(find = onPath) {
  /** @type {Engine[]} */
  const found = [];
  /** @type {Missing[]} */
  const missing = [];
  for (const { name, programs, needsScreen, why } of known) {
    const path = programs.map(find).find((program) => program !== undefined);
    if (path && (!needsScreen || find('Xvfb'))) found.push({ name, path, needsScreen });
    else missing.push({ name, why });
  }
  return { found, missing };
}

/**
 * Starts a screen that nobody sees, under a number that is free.
 *
 * @returns {Promise<{ display: string, end: () => void }>} `display` for the variable DISPLAY
 */
export async function startScreen() {
  const size = ['-screen', '0', '1280x900x24'];
  const server = spawn('Xvfb', ['-displayfd', '3', '-nolisten', 'tcp', ...size], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise((resolve, reject) => {
    server.stdio[3]?.once('data', (bytes) => resolve(String(bytes).trim()));
    server.once('error', reject);
    server.once('exit', () => reject(new Error('Xvfb does not start: check that the package xvfb is complete.')));
  });
  const end = () => void server.kill();
  // Where this process is ended, nobody would end it.
  process.once('exit', end);
  return { display: `:${number}`, end };
}
