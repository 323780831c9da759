import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brandColours, contrast, hexOf, luminance, oklchOf, type Scheme } from './brand-colours.ts';

const css = readFileSync('src/ui/styles/tokens.css', 'utf8');
/** A token's light and dark colour; the built-in ones of a brand token. */
const COLOUR = /--([\w-]+): light-dark\(\s*(?:var\([\w-]+, )?oklch\(([^)]*)\)+,\s*(?:var\([\w-]+, )?oklch\(([^)]*)\)/g;

/** `#rrggbb` of `L% C h`. */
function hexOfCss(oklch: string): string {
  const [lightness = 0, chroma = 0, hue = 0] = oklch.split(' ').map((part) => Number.parseFloat(part));
  return hexOf([lightness / 100, chroma, (hue * Math.PI) / 180]);
}

const tokens = new Map<string, Readonly<Record<Scheme, string>>>(
  [...css.matchAll(COLOUR)].map(([, name = '', light = '', dark = '']) => [
    name,
    { light: hexOfCss(light), dark: hexOfCss(dark) },
  ]),
);

function token(name: string, scheme: Scheme): string {
  const found = tokens.get(name);
  if (!found) throw new Error(`tokens.css has no colour named ${name}`);
  return found[scheme];
}

const SCHEMES: readonly Scheme[] = ['light', 'dark'];
const SURFACES = ['ground', 'surface', 'sunken', 'good-soft', 'bad-soft', 'unsure-soft'];

const ratio = (one: string, other: string) => contrast(luminance(one), luminance(other));
/** 7:1 with the Open button's ink, the strictest rule. */
const isClear = (hex: string, scheme: Scheme) => ratio(hex, token('on-accent', scheme)) >= 7;

const byte = fc.integer({ min: 0, max: 255 });
const hex = fc
  .tuple(byte, byte, byte)
  .map((channels) => `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`);
const runs = { numRuns: 2000 };

describe('a brand’s colour', () => {
  it('has enough contrast on every surface', () => {
    fc.assert(
      fc.property(hex, (accent) => {
        const colours = brandColours(accent);
        for (const scheme of SCHEMES) {
          const { '--accent': used, '--accent-soft': soft } = colours[scheme];
          expect(ratio(used, token('on-accent', scheme))).toBeGreaterThanOrEqual(7);
          for (const surface of [...SURFACES.map((name) => token(name, scheme)), soft]) {
            expect(ratio(used, surface)).toBeGreaterThanOrEqual(4.5);
          }
          // Other text is used on the soft colour, too.
          expect(ratio(token('ink-soft', scheme), soft)).toBeGreaterThanOrEqual(4.5);
        }
      }),
      runs,
    );
  });

  it('is kept where it has enough contrast, else listed as adjusted', () => {
    fc.assert(
      fc.property(hex, (accent) => {
        const colours = brandColours(accent);
        for (const scheme of SCHEMES) {
          expect(colours.adjusted.includes(scheme)).toBe(colours[scheme]['--accent'] !== accent);
          if (!isClear(accent, scheme)) expect(colours.adjusted).toContain(scheme);
        }
        expect(colours.adjusted).not.toEqual([]);
      }),
      runs,
    );
  });

  it('is adjusted in lightness only, as little as needed', () => {
    fc.assert(
      fc.property(hex, (accent) => {
        const [lightness, chroma, hue] = oklchOf(accent);
        const colours = brandColours(accent);
        for (const scheme of colours.adjusted) {
          const [movedLightness, movedChroma, movedHue] = oklchOf(colours[scheme]['--accent']);
          expect(movedChroma).toBeLessThan(chroma + 0.005);
          // The hue of a near-grey is noise, so compare the chord, which scales with chroma.
          expect(2 * movedChroma * Math.abs(Math.sin((movedHue - hue) / 2))).toBeLessThan(0.006);
          const nearer = movedLightness + Math.sign(lightness - movedLightness) * 0.01;
          expect(isClear(hexOf([nearer, chroma, hue]), scheme)).toBe(false);
        }
      }),
      runs,
    );
  });

  it.each<[string, Scheme[]]>([
    ['#0b5c73', ['dark']],
    ['#ffc400', ['light']],
    ['#2b7de9', ['light', 'dark']],
    ['#000000', ['dark']],
    ['#ffffff', ['light']],
  ])('%s is adjusted in %j', (accent, adjusted) => {
    expect(brandColours(accent).adjusted).toEqual(adjusted);
  });

  it('may be in upper case', () => {
    expect(brandColours('#0B5C73')).toEqual(brandColours('#0b5c73'));
  });

  it('that is grey has a grey soft colour', () => {
    expect(brandColours('#333333').light['--accent-soft']).toMatch(/^#(..)\1\1$/);
  });
});

describe('the colour conversion', () => {
  it('round-trips every colour', () => {
    fc.assert(
      fc.property(hex, (colour) => {
        expect(hexOf(oklchOf(colour))).toBe(colour);
      }),
      runs,
    );
  });

  it.each([
    ['#ff0000', 0.62796, 0.25768, 29.234],
    ['#00ff00', 0.86644, 0.29483, 142.495],
    ['#0000ff', 0.45201, 0.31321, -95.948],
  ])('converts %s as CSS Color 4 does', (colour, lightness, chroma, degrees) => {
    const [l, c, h] = oklchOf(colour);
    expect(l).toBeCloseTo(lightness, 3);
    expect(c).toBeCloseTo(chroma, 3);
    expect((h * 180) / Math.PI).toBeCloseTo(degrees, 1);
  });

  it.each([
    ['#000000', '#ffffff', 21],
    ['#777777', '#ffffff', 4.48],
    ['#ff0000', '#ffffff', 4.0],
    ['#123456', '#123456', 1],
  ])('gives the contrast of %s and %s', (one, other, expected) => {
    expect(ratio(one, other)).toBeCloseTo(expected, 2);
    expect(ratio(other, one)).toBeCloseTo(expected, 2);
  });
});
