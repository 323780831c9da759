/** The middle one; the mean of the two in the middle where there is no one. NaN of nothing. */
export function median(numbers: readonly number[]): number {
  return percentile(numbers, 50);
}

/** What so many percent of the numbers are no greater than, between neighbours by their distance. NaN of nothing. */
export function percentile(numbers: readonly number[], percent: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = ((sorted.length - 1) * percent) / 100;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (above - below) * (at - Math.floor(at));
}
