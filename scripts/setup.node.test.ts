import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shellBeside } from './lib/browser.mjs';
import { installReason } from './lib/dependencies.mjs';
import { unsupportedNodeMessage } from './lib/node-version.mjs';

describe('the Node version', () => {
  it.each(['20.19.0', '20.20.2', '22.12.0', '23.0.0', '24.1.0'])('%s is supported', (version) => {
    expect(unsupportedNodeMessage(version)).toBeUndefined();
  });

  it.each(['18.20.0', '20.18.3', '21.7.0', '22.11.0'])('%s is rejected with the supported versions', (version) => {
    expect(unsupportedNodeMessage(version)).toContain(version);
    expect(unsupportedNodeMessage(version)).toContain('install Node 20 or 22');
  });
});

describe('the installed packages', () => {
  const wanted = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
      'node_modules/b': { version: '2.0.0', integrity: 'sha512-b', optional: true },
    },
  };
  const installed = { packages: { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } } };
  const all = () => true;

  it('match the lockfile, even without packages for other platforms', () => {
    expect(installReason(wanted, installed, all)).toBeUndefined();
  });

  it.each([
    ['nothing is installed', undefined, all],
    ['a package is missing', { packages: {} }, all],
    ['a version differs', { packages: { 'node_modules/a': { version: '1.0.1', integrity: 'sha512-a' } } }, all],
    ['the integrity differs', { packages: { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-x' } } }, all],
    ['a folder was deleted', installed, () => false],
  ])('do not match when %s', (_, there, exists) => {
    expect(installReason(wanted, there, exists)).toBeTruthy();
  });
});

describe('the headless shell of Playwright', () => {
  const system = 'chrome-headless-shell-linux64';

  it.each([
    ['is found beside the browser', 'chromium-1234', '1234', 'chrome-headless-shell', true],
    ['is found by its former name', 'chromium-1234', '1234', 'headless_shell', true],
    ['of another version is ignored', 'chromium-1234', '1200', 'chrome-headless-shell', false],
    ['is not confused with another file in its folder', 'chromium-1234', '1234', 'chrome-headless-shell.txt', false],
    ['is not searched for beside other browsers', 'bin', '1234', 'chrome-headless-shell', false],
  ])('%s', (_, browser, version, name, found) => {
    const cache = mkdtempSync(join(tmpdir(), 'browsers-'));
    const folder = join(cache, `chromium_headless_shell-${version}`, system);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), '', { mode: 0o755 });

    expect(shellBeside(join(cache, browser, 'chrome-linux64', 'chrome'))).toBe(found ? join(folder, name) : undefined);
    rmSync(cache, { recursive: true });
  });
});
