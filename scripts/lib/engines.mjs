import { spawn } from 'node:child_process';
import { onPath } from './browser.mjs';

/**
 * @typedef {{ name: 'firefox' | 'webkit', path: string, needsDisplay: boolean }} Engine
 * @typedef {{ name: 'firefox' | 'webkit', why: string }} Missing
 */

/** @type {{ name: Engine['name'], programs: string[], needsDisplay: boolean, why: string }[]} */
const known = [
  {
    name: 'firefox',
    programs: ['firefox-esr', 'firefox'],
    needsDisplay: false,
    why: 'Firefox is not run: install the package firefox-esr (Debian) or firefox.',
  },
  {
    name: 'webkit',
    programs: ['WebKitWebDriver'],
    needsDisplay: true,
    why: 'WebKit is not run: install the packages webkit2gtk-driver and xvfb (Debian, Ubuntu).',
  },
];

/**
 * The installed engines other than Chromium, and a message for each missing one.
 *
 * @param {(program: string) => string | undefined} [find] finds the path of a program
 * @returns {{ found: Engine[], missing: Missing[] }}
 */
export function findEngines(find = onPath) {
  /** @type {Engine[]} */
  const found = [];
  /** @type {Missing[]} */
  const missing = [];
  for (const { name, programs, needsDisplay, why } of known) {
    const path = programs.map(find).find((program) => program !== undefined);
    if (path && (!needsDisplay || find('Xvfb'))) found.push({ name, path, needsDisplay });
    else missing.push({ name, why });
  }
  return { found, missing };
}

/**
 * Starts Xvfb with a free display number.
 *
 * @returns {Promise<{ name: string, stop: () => void }>} `name` for the variable DISPLAY
 */
export async function startVirtualDisplay() {
  const size = ['-screen', '0', '1280x900x24'];
  const server = spawn('Xvfb', ['-displayfd', '3', '-nolisten', 'tcp', ...size], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise((resolve, reject) => {
    server.stdio[3]?.once('data', (bytes) => resolve(String(bytes).trim()));
    server.once('error', reject);
    server.once('exit', () => reject(new Error('Xvfb does not start: check that the package xvfb is complete.')));
  });
  const stop = () => void server.kill();
  process.once('exit', stop);
  return { name: `:${number}`, stop };
}
