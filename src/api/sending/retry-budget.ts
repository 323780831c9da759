import type { Clock } from '#platform';

/**
 * How many requests this client may repeat, all reads together: when everything fails, repeating is what keeps it
 * failing (Google SRE, "Handling overload"; Finagle's retry budget).
 */
export type RetryBudget = {
  /** A first try: earns a part of a repetition. */
  earn(): void;
  /** Takes one repetition; false when there is none left. */
  spend(): boolean;
};

/** One repetition for every ten requests, as the SRE book has it. */
const EARNED_BY_REQUEST = 0.1;
/**
 * A tenant who sends one request must still have it repeated: so many to begin with, and one more now and then. One more
 * to begin with would be a tenth more load in an outage (`npm run bench:recovery`).
 */
const AT_FIRST = 2;
const EARNED_EVERY_MS = 30_000;
const MOST = 6;

export function createRetryBudget(clock: Clock): RetryBudget {
  let tokens = AT_FIRST;
  let countedAt = clock.now();

  function count() {
    const passed = Math.max(0, clock.now() - countedAt);
    tokens = Math.min(MOST, tokens + passed / EARNED_EVERY_MS);
    countedAt = clock.now();
  }

  return {
    earn() {
      count();
      tokens = Math.min(MOST, tokens + EARNED_BY_REQUEST);
    },
    spend() {
      count();
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
}
