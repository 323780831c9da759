import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceFiles } from '../../scripts/lib/source-files.mjs';

const root = join(import.meta.dirname, '../..');

/** Names of our own on a window: what one script leaves for the next. A browser has none of them. */
const OWN_NAMES = [
  // The boot script, for the app and for the page.
  'earlyConfig',
  'preHydrationEvents',
  'showSnapshot',
  // The page around the demo's phone, for the page in it.
  'demoOnStage',
  // The gallery, for its tests.
  'galleryTheme',
];

const GLOBALS = 'window|globalThis|self|navigator|history|location|screen|performance|crypto';
/** What a browser brings and the app uses, by whatever name its window goes in a file. */
const APIS = [
  'fetch|(set|clear)(Timeout|Interval)|(local|session)Storage|indexedDB|BroadcastChannel|OTPCredential|Date|Intl',
  'DateTimeFormat|onLine|languages?|clipboard|credentials|locks|vibrate|(push|replace)State|focus|visibilityState',
  'add|removeEventListener|now|matchMedia',
].join('|');
const ASSIGNED = String.raw`\s*([-+*/%&|^]|\*\*|<<|>>>?|&&|\|\||\?\?)?=(?![=>])`;
const MEMBERS = String.raw`(\??\.\w+|\[[^\]\n]*\])+`;

const WRITES: readonly RegExp[] = [
  new RegExp(String.raw`(?<![\w.$])(${GLOBALS})(?!\.(${OWN_NAMES.join('|')})\b)${MEMBERS}${ASSIGNED}`),
  new RegExp(String.raw`[\w)\]]\.(${APIS})${ASSIGNED}`),
  new RegExp(String.raw`\bprototype\b${MEMBERS}${ASSIGNED}`),
  new RegExp(String.raw`\bdelete\s+(${GLOBALS})\b`),
  // Nothing of ours needs these at all, so they are not looked into.
  /\b(Object|Reflect)\.(defineProperty|defineProperties|setPrototypeOf|deleteProperty)\b/,
  /\bReflect\.set\b|__define[GS]etter__/,
  new RegExp(String.raw`\bObject\.assign\(\s*(${GLOBALS}|\w+\.prototype|\w+\.(navigator|history|location))\b`),
];

/** The lines that write to what belongs to the browser. */
function globalWrites(text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' ')).split('\n');
  return code.filter((line) => WRITES.some((write) => write.test(line.replace(/(^|\s)\/\/.*/, ''))));
}

describe('what belongs to the browser', () => {
  it('is written to by no file of the app, the demo, the gallery or the build', () => {
    const code = ['src', 'build-plugins'].flatMap((folder) => sourceFiles(join(root, folder)));
    expect(code.length).toBeGreaterThan(300);
    const writes = code.flatMap((file) =>
      globalWrites(readFileSync(file, 'utf8')).map((line) => `${file}: ${line.trim()}`),
    );
    expect(writes).toEqual([]);
  });

  it.each([
    'window.fetch = serverOf(state);',
    'window.setTimeout = ((run) => run()) as typeof window.setTimeout;',
    'globalThis.fetch ??= polyfill;',
    "window['fetch'] = radio.fetch;",
    "globalThis[name as 'fetch'] = value;",
    'navigator.clipboard.writeText = write;',
    'history.pushState = original;',
    'page.history.replaceState = (state) => {};',
    'page.localStorage = memory;',
    'frame.contentWindow.fetch = radio.fetch;',
    "Object.defineProperty(navigator, 'onLine', { get: () => false });",
    "Reflect.deleteProperty(globalThis, 'location');",
    'Object.assign(window, { OTPCredential: class {} });',
    'Object.assign(page.navigator, { vibrate });',
    'HTMLElement.prototype.focus = function () {};',
    'Object.assign(HTMLElement.prototype, { focus });',
    'delete window.OTPCredential;',
    'window.anything = 1; // said by nobody',
  ])('would be seen to be written to: %s', (line) => {
    expect(globalWrites(`const before = 1;\n${line}\n`)).toEqual([line]);
  });

  it.each([
    'window.earlyConfig = { sentAt, response };',
    'page.earlyConfig = undefined;',
    'if (window.parent === window) return;',
    'const at = window.scrollY;',
    'const run = () => window.fetch;',
    '// window.fetch = mine;',
    '/* window.fetch = mine; */',
    'document.title = title;',
    'const { location = window.location } = page;',
  ])('may be read, and a name of our own written: %s', (line) => {
    expect(globalWrites(line)).toEqual([]);
  });
});
