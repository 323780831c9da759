import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullJitterMs } from './backoff.ts';

describe('the pause before a retry', () => {
  it('is between 0 and a bound that doubles, up to 5 seconds', () => {
    const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.nat({ max: 60 }), random, (attempt, chance) => {
        const pause = fullJitterMs(attempt, () => chance);
        expect(pause).toBeGreaterThanOrEqual(0);
        expect(pause).toBeLessThanOrEqual(Math.min(5_000, 400 * 2 ** attempt));
      }),
    );
  });

  it.each([
    [0, 400],
    [1, 800],
    [2, 1600],
    [3, 3200],
    [4, 5000],
    [9, 5000],
  ])('after failure %i is at most %i ms', (attempt, bound) => {
    expect(fullJitterMs(attempt, () => 0.999_999_999)).toBeCloseTo(bound, 3);
    expect(fullJitterMs(attempt, () => 0)).toBe(0);
  });
});
