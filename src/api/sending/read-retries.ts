import { type Clock, wait } from '#platform';
import { isApiProblem } from '../problem.ts';
import { problemPolicy } from '../problem-policy.ts';
import { fullJitterMs } from './backoff.ts';
import type { RetryBudget } from './retry-budget.ts';

type ReadRetryParts = {
  readonly clock: Clock;
  readonly budget: RetryBudget;
  /** Whether automatic requests are allowed at the moment. */
  readonly mayRetry: () => boolean;
  readonly random?: () => number;
};

/** Includes the first try. */
export const READ_TRIES = 4;
/** Counted from the first try. After this time the app shows the failure. */
export const READ_WITHIN_MS = 20_000;

/**
 * Sends a read and retries it with full jitter after problems whose policy says `retriesReads`, but not before
 * `notBefore`. The number of tries, the total time and the retry budget limit it. Never use it for an open command.
 *
 * @param send gets the remaining total time
 * @param signal ends the pause between tries, for example on unmount
 */
export async function withRetries<T>(
  send: (remainingMs: number) => Promise<T>,
  signal: AbortSignal | undefined,
  { clock, budget, mayRetry, random }: ReadRetryParts,
): Promise<T> {
  const startedAt = clock.now();
  budget.earn();
  for (let failures = 0; ; failures++) {
    try {
      return await send(Math.max(0, startedAt + READ_WITHIN_MS - clock.now()));
    } catch (error) {
      if (!isApiProblem(error) || error.origin === 'local' || !problemPolicy[error.kind].retriesReads) throw error;
      const notBeforeMs = error.notBefore === null ? 0 : error.notBefore - clock.now();
      const pauseMs = Math.max(fullJitterMs(failures, random), notBeforeMs);
      const isLate = clock.now() + pauseMs > startedAt + READ_WITHIN_MS;
      if (failures + 1 >= READ_TRIES || isLate || !mayRetry() || !budget.spend()) throw error;
      await wait(clock, pauseMs, signal);
      if (!mayRetry()) throw error;
    }
  }
}
