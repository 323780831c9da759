import type { Clock } from '#platform';

/**
 * Limits the retries of all reads together, so that they do not prolong an outage (Google SRE, "Handling Overload";
 * Finagle's retry budget).
 */
export type RetryBudget = {
  /** Records a first try, which earns a part of a retry. */
  earn(): void;
  /** Takes one retry. Returns false when none is left. */
  spend(): boolean;
};

/** One retry for ten requests, as in the SRE book. */
const EARNED_BY_REQUEST = 0.1;
/** Retries at the start of a visit. A third would add 10 % more load in an outage (`npm run bench:recovery`). */
const INITIAL_TOKENS = 2;
/** One retry is added each time this interval passes. */
const EARNED_EVERY_MS = 30_000;
const MAX_TOKENS = 6;

export function createRetryBudget(clock: Clock): RetryBudget {
  let tokens = INITIAL_TOKENS;
  let refilledAt = clock.now();

  function refill() {
    const passed = Math.max(0, clock.now() - refilledAt);
    tokens = Math.min(MAX_TOKENS, tokens + passed / EARNED_EVERY_MS);
    refilledAt = clock.now();
  }

  return {
    earn() {
      refill();
      tokens = Math.min(MAX_TOKENS, tokens + EARNED_BY_REQUEST);
    },
    spend() {
      refill();
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
}
