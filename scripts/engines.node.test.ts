import { expect, it } from 'vitest';
import { findEngines } from './lib/engines.mjs';

const machineWith =
  (...programs: string[]) =>
  (name: string) =>
    programs.includes(name) ? `/usr/bin/${name}` : undefined;

it('runs every engine that is installed', () => {
  const { found, missing } = findEngines(machineWith('firefox', 'WebKitWebDriver', 'Xvfb'));
  expect(found.map(({ name, path }) => [name, path])).toEqual([
    ['firefox', '/usr/bin/firefox'],
    ['webkit', '/usr/bin/WebKitWebDriver'],
  ]);
  expect(missing).toEqual([]);
});

it.each([
  ['there is no browser', [], ['firefox-esr', 'webkit2gtk-driver']],
  ['there is no Firefox', ['WebKitWebDriver', 'Xvfb'], ['firefox-esr']],
  ['WebKit has no screen to show on', ['firefox-esr', 'WebKitWebDriver'], ['xvfb']],
])('names the package to install where %s', (_where, programs, packages) => {
  const { missing } = findEngines(machineWith(...programs));
  expect(missing).toHaveLength(packages.length);
  for (const [at, name] of packages.entries()) expect(missing[at]?.why).toContain(name);
});
