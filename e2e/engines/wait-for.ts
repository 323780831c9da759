import { setTimeout as pause } from 'node:timers/promises';

/** Ms between two polls. */
const INTERVAL_MS = 50;

/**
 * Polls until the result is truthy, and returns it.
 *
 * @throws {Error} with `what` and the last result or error at the deadline
 */
export async function waitFor<T>(what: string, poll: () => T | Promise<T>, withinMs = 20_000): Promise<NonNullable<T>> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    let last: unknown;
    try {
      const answer = await poll();
      if (answer) return answer;
      last = answer;
    } catch (error) {
      last = error;
    }
    if (performance.now() > deadline)
      throw new Error(`Timed out after ${withinMs} ms: ${what} (last result: ${String(last)})`);
    await pause(INTERVAL_MS);
  }
}
