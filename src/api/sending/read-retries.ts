import { type Clock, wait } from '#platform';
import { isApiProblem } from '../problem.ts';
import { problemPolicy } from '../problem-policy.ts';
import { fullJitterMs } from './backoff.ts';
import type { RetryBudget } from './retry-budget.ts';

type ReadRetryParts = {
  readonly clock: Clock;
  readonly budget: RetryBudget;
  /** Whether a request may leave by itself at all. */
  readonly mayRepeat: () => boolean;
  readonly random?: () => number;
};

/** How often a read is sent at most, the first time included. */
export const READ_TRIES = 4;
/** After this nobody is waiting any more; what is to be said is said. From the first sending, in ms. */
export const READ_WITHIN_MS = 20_000;

/**
 * Sends a read, and again for as long as that is of use: only after failures that may pass by themselves, with full
 * jitter, bounded in tries, in total time and by the budget, and not before the moment that the server named. `send` gets
 * the ms that are left of the whole. Called off by the signal (unmount, sign-out). A command never goes through here.
 */
export async function withRetries<T>(
  send: (withinMs: number) => Promise<T>,
  signal: AbortSignal | undefined,
  { clock, budget, mayRepeat, random }: ReadRetryParts,
): Promise<T> {
  const startedAt = clock.now();
  budget.earn();
  for (let failures = 0; ; failures++) {
    try {
      return await send(Math.max(0, startedAt + READ_WITHIN_MS - clock.now()));
    } catch (error) {
      if (!isApiProblem(error) || error.origin === 'local' || !problemPolicy[error.kind].retriesReads) throw error;
      const named = error.notBefore === null ? 0 : error.notBefore - clock.now();
      const pauseMs = Math.max(fullJitterMs(failures, random), named);
      const isLate = clock.now() + pauseMs > startedAt + READ_WITHIN_MS;
      if (failures + 1 >= READ_TRIES || isLate || !mayRepeat() || !budget.spend()) throw error;
      await wait(clock, pauseMs, signal);
      if (!mayRepeat()) throw error;
    }
  }
}
