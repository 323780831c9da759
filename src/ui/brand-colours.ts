/** The custom properties of a brand's colour. `--on-accent` is not among them because it is used on `--good`, too. */
export type Tokens = Readonly<Record<'--accent' | '--accent-soft', string>>;
export type Scheme = 'light' | 'dark';
export type BrandColours = Readonly<Record<Scheme, Tokens>> & { readonly adjusted: readonly Scheme[] };

/** Lightness (0 to 1), chroma, and hue in radians. */
export type Oklch = readonly [lightness: number, chroma: number, hue: number];
type Vector = readonly [number, number, number];
type Matrix = readonly [Vector, Vector, Vector];

// Ottosson's matrices: linear sRGB to LMS cone responses to OKLab, and back. Six digits keep every `#rrggbb` exact.
const CONES: Matrix = [
  [0.412221, 0.536333, 0.051446],
  [0.211903, 0.6807, 0.107397],
  [0.088302, 0.281719, 0.629979],
];
const LAB: Matrix = [
  [0.210454, 0.793618, -0.004072],
  [1.977998, -2.428592, 0.450594],
  [0.025904, 0.782772, -0.808676],
];
const CONES_OF_LAB: Matrix = [
  [1, 0.396338, 0.215804],
  [1, -0.105561, -0.063854],
  [1, -0.089484, -1.291486],
];
const RGB_OF_CONES: Matrix = [
  [4.076742, -3.307712, 0.23097],
  [-1.268438, 2.609757, -0.341319],
  [-0.004196, -0.703419, 1.707615],
];

const mapVector = <T>([x, y, z]: readonly [T, T, T], change: (value: T) => number): Vector => [
  change(x),
  change(y),
  change(z),
];
const multiply = (rows: Matrix, [x, y, z]: Vector) => mapVector(rows, ([a, b, c]) => a * x + b * y + c * z);

/** Linear red, green and blue (0 to 1) of `#rrggbb`. */
function linear(hex: string): Vector {
  return mapVector([1, 3, 5], (at) => {
    const value = Number(`0x${hex.slice(at, at + 2)}`) / 255;
    return value > 0.04045 ? ((value + 0.055) / 1.055) ** 2.4 : value / 12.92;
  });
}

function linearOf([lightness, chroma, hue]: Oklch): Vector {
  const cones = multiply(CONES_OF_LAB, [lightness, chroma * Math.cos(hue), chroma * Math.sin(hue)]);
  const responses = mapVector(cones, (value) => value ** 3);
  return multiply(RGB_OF_CONES, responses);
}

/** OKLCH of `#rrggbb`. */
export function oklchOf(hex: string): Oklch {
  const [lightness, a, b] = multiply(LAB, mapVector(multiply(CONES, linear(hex)), Math.cbrt));
  return [lightness, Math.hypot(a, b), Math.atan2(b, a)];
}

/** `#rrggbb` of a colour. Outside of sRGB its chroma is reduced, with lightness and hue kept. */
export function hexOf([lightness, chroma, hue]: Oklch): string {
  // Half a channel step of tolerance, which rounding removes.
  const isInGamut = (c: number) => linearOf([lightness, c, hue]).every((v) => v > -1e-4 && v < 1.002);
  const reducedChroma = isInGamut(chroma) ? chroma : closest(0, chroma, isInGamut);
  const channels = mapVector(linearOf([lightness, reducedChroma, hue]), (value) => {
    const light = Math.min(1, Math.max(0, value));
    return Math.round(255 * (light > 0.0031308 ? 1.055 * light ** (1 / 2.4) - 0.055 : light * 12.92));
  });
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** The value nearest to `wanted` that `isGood`, by bisection from the good value `good`. */
function closest(good: number, wanted: number, isGood: (value: number) => boolean): number {
  let [from, to] = [good, wanted];
  for (let iteration = 0; iteration < 16; iteration++) {
    const middle = (from + to) / 2;
    if (isGood(middle)) from = middle;
    else to = middle;
  }
  return from;
}

/** Relative luminance (WCAG) of `#rrggbb`. */
export function luminance(hex: string): number {
  const [red, green, blue] = linear(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast (WCAG, 1 to 21) between two luminances. */
export function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/** Per scheme: the luminance of `--on-accent`, a lightness that contrasts with it, and lightness and chroma of `--accent-soft`. */
type SchemeRules = readonly [ink: number, safe: number, softLightness: number, softChroma: number];
const LIGHT: SchemeRules = [1, 0, 0.94, 0.03];
const DARK: SchemeRules = [0.0085, 1, 0.32, 0.045];
const SCHEMES = ['light', 'dark'] as const;

function tokens(accent: string, [ink, safe, softLightness, softChroma]: SchemeRules): Tokens {
  const [lightness, chroma, hue] = oklchOf(accent);
  // The Open button has the strictest rule: a colour with 7:1 to its ink has more than 4.5:1 to each surface.
  const isClear = (hex: string) => contrast(luminance(hex), ink) >= 7;
  const moved = (l: number) => hexOf([l, chroma, hue]);
  return {
    '--accent': isClear(accent) ? accent : moved(closest(safe, lightness, (l) => isClear(moved(l)))),
    // A grey brand gets a grey soft colour.
    '--accent-soft': hexOf([softLightness, Math.min(softChroma, chroma), hue]),
  };
}

/**
 * The accent tokens for a brand's colour (`#rrggbb`). A colour without enough contrast gets the nearest lightness that has
 * it; `adjusted` lists the schemes where that happened. It is never empty, because no colour has 7:1 with both the white
 * ink of the light scheme and the dark ink of the dark one.
 */
export function brandColours(accent: string): BrandColours {
  const normalized = accent.toLowerCase();
  const both = { light: tokens(normalized, LIGHT), dark: tokens(normalized, DARK) };
  return { ...both, adjusted: SCHEMES.filter((scheme) => both[scheme]['--accent'] !== normalized) };
}
