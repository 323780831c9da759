import { describe, expect, it } from 'vitest';
import { median, percentile } from './numbers.ts';

describe('numbers of many runs', () => {
  it('have the middle one as their median, in whatever order they came', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });

  it('have percentiles between their neighbours', () => {
    const hundred = Array.from({ length: 101 }, (_, nth) => nth);
    expect(percentile(hundred, 95)).toBe(95);
    expect(percentile([0, 10], 98)).toBeCloseTo(9.8);
    expect(percentile([7], 95)).toBe(7);
  });

  it('are no number when there are none, so that nothing measured is no bar kept', () => {
    expect(median([])).toBeNaN();
    expect(percentile([], 95) <= 16).toBe(false);
  });
});
