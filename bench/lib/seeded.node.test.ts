import { describe, expect, it } from 'vitest';
import { exponentialMs, seeded } from './seeded.ts';

const MANY = 20_000;
const take = (random: () => number, times = MANY) => Array.from({ length: times }, random);
const mean = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0) / numbers.length;

/** Pearson's correlation of each number with the next one; 0 when they are independent. */
function correlation(numbers: readonly number[]): number {
  const middle = mean(numbers);
  const off = numbers.map((one) => one - middle);
  const together = mean(off.slice(1).map((one, nth) => one * (off[nth] ?? 0)));
  return together / mean(off.map((one) => one * one));
}

describe('seeded random numbers', () => {
  it('are equal for the same seed on every machine, and different for different seeds', () => {
    // The values of the published mulberry32 for seed 7.
    expect(take(seeded(7), 3)).toEqual([0.011704753153026104, 0.06195825757458806, 0.97690763277933]);
    expect(take(seeded(7), 50)).toEqual(take(seeded(7), 50));
    expect(take(seeded(7), 50)).not.toEqual(take(seeded(8), 50));
  });

  it.each([
    ['the numbers of one seed', take(seeded(7))],
    // Simulated clients have consecutive seeds and must not behave in the same way.
    ['the first numbers of consecutive seeds', Array.from({ length: MANY }, (_, seed) => seeded(seed)())],
  ])('%s are uniform in [0, 1) and independent', (_what, numbers) => {
    const tenths = new Array<number>(10).fill(0);
    for (const one of numbers) tenths[Math.floor(one * 10)] = (tenths[Math.floor(one * 10)] ?? 0) + 1;
    expect(tenths).toHaveLength(10);
    for (const count of tenths) expect(Math.abs(count - MANY / 10)).toBeLessThan(MANY / 100);
    expect(Math.abs(correlation(numbers))).toBeLessThan(0.03);
  });

  it('produce a Poisson process of the given rate with exponential gaps', () => {
    const random = seeded(3);
    const gaps = take(() => exponentialMs(random, 0.1));
    expect(mean(gaps) / 10_000).toBeCloseTo(1, 1);
    // A fraction of 1/e of the gaps is longer than the mean.
    expect(gaps.filter((gap) => gap > 10_000).length / MANY).toBeCloseTo(Math.exp(-1), 1);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(0);
  });
});
