import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/lib/run.mjs';
import { sourceFiles } from '../../scripts/lib/source-files.mjs';

/** The app's own properties of `window`, which pass data between scripts. */
const OWN_NAMES = [
  // From the boot script, for the app and the page.
  'earlyConfig',
  'preHydrationEvents',
  'showSnapshot',
  // From the demo, for the page in its phone frame.
  'currentDemo',
  // From the gallery, for its tests.
  'galleryTheme',
];

const GLOBALS = 'window|globalThis|self|navigator|history|location|screen|performance|crypto';
/** Browser APIs that the app uses, on any object. */
const APIS = [
  'fetch|(set|clear)(Timeout|Interval)|(local|session)Storage|indexedDB|BroadcastChannel|OTPCredential|Date|Intl',
  'DateTimeFormat|onLine|languages?|clipboard|credentials|locks|vibrate|(push|replace)State|focus|visibilityState',
  'add|removeEventListener|now|matchMedia|wakeLock|AudioContext',
].join('|');
const ASSIGNED = String.raw`\s*([-+*/%&|^]|\*\*|<<|>>>?|&&|\|\||\?\?)?=(?![=>])`;
const MEMBERS = String.raw`(\??\.\w+|\[[^\]\n]*\])+`;

const WRITES: readonly RegExp[] = [
  new RegExp(String.raw`(?<![\w.$])(${GLOBALS})(?!\.(${OWN_NAMES.join('|')})\b)${MEMBERS}${ASSIGNED}`),
  new RegExp(String.raw`[\w)\]]\.(${APIS})${ASSIGNED}`),
  new RegExp(String.raw`\bprototype\b${MEMBERS}${ASSIGNED}`),
  new RegExp(String.raw`\bdelete\s+(${GLOBALS})\b`),
  // Never allowed, whatever their arguments.
  /\b(Object|Reflect)\.(defineProperty|defineProperties|setPrototypeOf|deleteProperty)\b/,
  /\bReflect\.set\b|__define[GS]etter__/,
  new RegExp(String.raw`\bObject\.assign\(\s*(${GLOBALS}|\w+\.prototype|\w+\.(navigator|history|location))\b`),
];

/** The lines that write to a global of the browser. */
function globalWrites(text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' ')).split('\n');
  return code.filter((line) => WRITES.some((write) => write.test(line.replace(/(^|\s)\/\/.*/, ''))));
}

describe('a global of the browser', () => {
  it('is not written to by the app, the demo, the gallery or the build', () => {
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
    'window.anything = 1; // a comment',
  ])('is written to by %s', (line) => {
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
  ])('is not written to by %s', (line) => {
    expect(globalWrites(line)).toEqual([]);
  });
});
