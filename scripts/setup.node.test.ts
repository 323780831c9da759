import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shellBeside } from './lib/browser.mjs';
import { whyInstall } from './lib/dependencies.mjs';
import { whyNotNode } from './lib/node-version.mjs';

describe('the Node version', () => {
  it.each(['20.19.0', '20.20.2', '22.12.0', '23.0.0', '24.1.0'])('%s will do', (version) => {
    expect(whyNotNode(version)).toBeUndefined();
  });

  it.each(['18.20.0', '20.18.3', '21.7.0', '22.11.0'])('%s will not, and the sentence says what would', (version) => {
    expect(whyNotNode(version)).toContain(version);
    expect(whyNotNode(version)).toContain('install Node 20 or 22');
  });
});

describe('what is installed', () => {
  const wanted = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
      'node_modules/b': { version: '2.0.0', integrity: 'sha512-b', optional: true },
    },
  };
  const installed = { packages: { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } } };
  const all = () => true;

  it('is enough when it is what the lockfile asks for; another platform’s packages may be absent', () => {
    expect(whyInstall(wanted, installed, all)).toBeUndefined();
  });

  it.each([
    ['nothing is there', undefined, all],
    ['a package is absent', { packages: {} }, all],
    ['a version is another', { packages: { 'node_modules/a': { version: '1.0.1', integrity: 'sha512-a' } } }, all],
    ['the contents are others', { packages: { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-x' } } }, all],
    ['a folder was deleted', installed, () => false],
  ])('is not enough when %s', (_, there, exists) => {
    expect(whyInstall(wanted, there, exists)).toBeTruthy();
  });
});

describe('the headless shell of Playwright', () => {
  const system = 'chrome-headless-shell-linux64';

  it.each([
    ['is found beside the browser', 'chromium-1234', '1234', 'chrome-headless-shell', true],
    ['is found by the name that it had before', 'chromium-1234', '1234', 'headless_shell', true],
    ['of another version is not taken', 'chromium-1234', '1200', 'chrome-headless-shell', false],
    ['is not a file beside it', 'chromium-1234', '1234', 'chrome-headless-shell.txt', false],
    ['is not looked for where the browser is none of Playwright’s', 'bin', '1234', 'chrome-headless-shell', false],
  ])('%s', (_, browser, version, name, found) => {
    const cache = mkdtempSync(join(tmpdir(), 'browsers-'));
    const folder = join(cache, `chromium_headless_shell-${version}`, system);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), '', { mode: 0o755 });

    expect(shellBeside(join(cache, browser, 'chrome-linux64', 'chrome'))).toBe(found ? join(folder, name) : undefined);
    rmSync(cache, { recursive: true });
  });
});
