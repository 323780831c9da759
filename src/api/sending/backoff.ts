const BASE_MS = 400;
const CAP_MS = 5_000;

/** Full jitter: uniform(0, min(cap, base × 2^n)). `attempt` counts failures from 0; `random` is uniform in [0, 1). Ms. */
export function fullJitterMs(attempt: number, random: () => number = Math.random): number {
  return random() * Math.min(CAP_MS, BASE_MS * 2 ** attempt);
}
