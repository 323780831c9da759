import { describe, expect, it } from 'vitest';
import { hash53 } from './hash.ts';

describe('the hash', () => {
  it.each([
    ['', 3338908027751811],
    ['a', 7929297801672961],
    ['b', 8684336938537663],
    ['revenge', 4051478007546757],
    ['revenue', 8309097637345594],
  ])('of %j is the published one', (text, hash) => {
    expect(hash53(text)).toBe(hash);
  });

  it('is an integer of at most 53 bits, without collisions among 20,000 phone numbers', () => {
    const hashes = Array.from({ length: 20_000 }, (_, i) => hash53(`+1303555${i}`));
    expect(hashes.every((hash) => Number.isSafeInteger(hash) && hash >= 0)).toBe(true);
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});
