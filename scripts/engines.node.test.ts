import { expect, it } from 'vitest';
import { findEngines } from './lib/engines.mjs';

const machineWith =
  (...programs: string[]) =>
  (name: string) =>
    programs.includes(name) ? `/usr/bin/${name}` : undefined;

it('finds every installed engine', () => {
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
  ['WebKit has no display', ['firefox-esr', 'WebKitWebDriver'], ['xvfb']],
])('names the missing package when %s', (_where, programs, packages) => {
  const { missing } = findEngines(machineWith(...programs));
  expect(missing).toHaveLength(packages.length);
  for (const [at, name] of packages.entries()) expect(missing[at]?.why).toContain(name);
});
