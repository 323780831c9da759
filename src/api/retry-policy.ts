/** How often a read is sent at most, the first time included. A command is never repeated by this. */
export const READ_TRIES = 4;
const BASE_MS = 400;
const CAP_MS = 5_000;

/** Full jitter: uniform(0, min(cap, base × 2^n)). `attempt` counts failures from 0; `random` is uniform in [0, 1). */
export function fullJitterMs(attempt: number, random: () => number = Math.random): number {
  return random() * Math.min(CAP_MS, BASE_MS * 2 ** attempt);
}
