/** A seeded random number generator: the same seed gives the same codes and tokens. Not secure. */
export type Random = {
  /** From 0 (inclusive) to 1 (exclusive). */
  next(): number;
  /** An integer from 0 to `below - 1`. */
  below(below: number): number;
  /** `length` decimal digits. */
  digits(length: number): string;
  /** `length` letters and digits. */
  text(length: number): string;
  /** A 26-character id in the ULID alphabet. */
  id(): string;
};

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const ULID_LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Mulberry32, with 32 bits of state. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  const pick = (letters: string, length: number) =>
    Array.from({ length }, () => letters.charAt(below(letters.length))).join('');
  return {
    next,
    below,
    digits: (length) => pick('0123456789', length),
    text: (length) => pick(LETTERS, length),
    id: () => `01${pick(ULID_LETTERS, 24)}`,
  };
}

/** A 64-bit hash as 16 hex digits (two FNV-1a runs), for ETags. Not secure. */
export function fingerprint(text: string): string {
  let one = 0x811c9dc5;
  let two = 0x811c9dc5 ^ 0x5bd1e995;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    one = Math.imul(one ^ code, 0x01000193);
    two = Math.imul(two ^ (code + index), 0x01000193);
  }
  return [one, two].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
