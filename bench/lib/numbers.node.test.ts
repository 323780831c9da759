import { describe, expect, it } from 'vitest';
import { median, percentile } from './numbers.ts';

describe('statistics', () => {
  it('the median does not depend on the order', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });

  it('percentiles interpolate between neighbours', () => {
    const hundred = Array.from({ length: 101 }, (_, nth) => nth);
    expect(percentile(hundred, 95)).toBe(95);
    expect(percentile([0, 10], 98)).toBeCloseTo(9.8);
    expect(percentile([7], 95)).toBe(7);
  });

  it('both are NaN for an empty list, so that no bar is met without measurements', () => {
    expect(median([])).toBeNaN();
    expect(percentile([], 95) <= 16).toBe(false);
  });
});
