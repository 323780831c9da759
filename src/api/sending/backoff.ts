const BASE_MS = 400;
const CAP_MS = 5_000;

/** Full jitter in ms: uniform(0, min(cap, base × 2^attempt)). `attempt` starts at 0; `random` is uniform in [0, 1). */
export function fullJitterMs(attempt: number, random: () => number = Math.random): number {
  return random() * Math.min(CAP_MS, BASE_MS * 2 ** attempt);
}
