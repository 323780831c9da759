import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/* WCAG 2.2: 1.4.3 (text 4.5:1), 1.4.6 for the Open button and an outcome (7:1, read in sunlight), 1.4.11 (others 3:1). */

type Scheme = 'light' | 'dark';

const css = readFileSync('src/ui/styles/tokens.css', 'utf8');
/** The default colours of the brand properties. */
const builtIn = new Map(
  [...css.matchAll(/(--brand-[\w-]+): (.*);/g)].map(([, name = '', value = '']) => [name, value]),
);
const COLOUR = /--([\w-]+): light-dark\(\s*oklch\(([^)]*)\),\s*oklch\(([^)]*)\)/g;
/** A token's light and dark colour. */
const tokens = new Map(
  [...css.replace(/var\((--brand-[\w-]+)\)/g, (_, name) => builtIn.get(name) ?? '').matchAll(COLOUR)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
);

/** Relative luminance (WCAG) of `L% C h`, through OKLab and linear sRGB, clipped to sRGB. */
function luminance(oklch: string): number {
  const [lightness = 0, chroma = 0, hue = 0] = oklch.split(' ').map((part) => Number.parseFloat(part));
  const [a, b] = [chroma * Math.cos((hue * Math.PI) / 180), chroma * Math.sin((hue * Math.PI) / 180)];
  const L = lightness / 100;
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (value: number) => Math.min(1, Math.max(0, value));
  const red = clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  const green = clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  const blue = clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(foreground: string, background: string, scheme: Scheme): number {
  const of = (name: string) => {
    const token = tokens.get(name);
    if (!token) throw new Error(`tokens.css has no colour named ${name}`);
    return luminance(token[scheme]);
  };
  const [darker = 0, lighter = 0] = [of(foreground), of(background)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

const on = (names: readonly string[], grounds: readonly string[]) =>
  names.flatMap((name) => grounds.map((ground) => [name, ground] as const));

const BACKGROUNDS = ['ground', 'surface'];
const CALLOUT_BACKGROUNDS = ['good-soft', 'bad-soft', 'unsure-soft'];

const text = [
  ...on(['ink', 'ink-soft'], [...BACKGROUNDS, ...CALLOUT_BACKGROUNDS, 'sunken']),
  ...on(['accent'], [...BACKGROUNDS, ...CALLOUT_BACKGROUNDS, 'accent-soft']),
  ...on(['good', 'bad', 'unsure'], BACKGROUNDS),
  ['on-accent', 'accent'] as const,
];
const readFromAfar = [
  ['on-accent', 'accent'],
  ['on-sheet-good', 'sheet-good'],
  ['on-sheet-bad', 'sheet-bad'],
  ['on-sheet-unsure', 'sheet-unsure'],
] as const;
const notText = [
  ...on(['line-strong', 'accent', 'good', 'bad', 'unsure'], BACKGROUNDS),
  ...on(['bad'], ['bad-soft']),
  ...on(['good'], ['good-soft']),
  ...on(['unsure'], ['unsure-soft']),
];

describe.each<Scheme>(['light', 'dark'])('in the %s scheme', (scheme) => {
  it.each(text)('text in %s on %s has 4.5:1', (foreground, background) => {
    expect(contrast(foreground, background, scheme)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(readFromAfar)('the Open button and the word of an outcome, %s on %s, have 7:1', (foreground, background) => {
    expect(contrast(foreground, background, scheme)).toBeGreaterThanOrEqual(7);
  });

  it.each(notText)('a line or an icon in %s on %s has 3:1', (foreground, background) => {
    expect(contrast(foreground, background, scheme)).toBeGreaterThanOrEqual(3);
  });
});

describe('a contrast', () => {
  it('is 21 between black and white, and 1 between equal colours', () => {
    expect((luminance('100% 0 0') + 0.05) / (luminance('0% 0 0') + 0.05)).toBeCloseTo(21, 1);
    expect(contrast('ink', 'ink', 'light')).toBe(1);
  });

  it('of a placeholder is checked like text', () => {
    const parts = readFileSync('src/ui/styles/parts.css', 'utf8');
    const [, token = ''] = /::placeholder \{\s*color: var\(--([\w-]+)\);\s*opacity: 1;/.exec(parts) ?? [];
    expect(text).toContainEqual([token, 'surface']);
  });

  it('is checked for every colour token', () => {
    expect(tokens.size).toBe((css.match(/light-dark\(/g) ?? []).length);
  });
});

it('no colour is inside var(), where the build cannot transpile it', () => {
  expect(css).not.toMatch(/var\([^)]*oklch/);
});
