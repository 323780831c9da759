import { setTimeout as pause } from 'node:timers/promises';

/** Ms between two looks. */
const PACE_MS = 50;

/**
 * Asks again and again until the answer counts (neither false, null nor 0), and gives it.
 *
 * @throws {Error} with `what` and the last answer or failure when the time is over
 */
export async function soon<T>(what: string, ask: () => T | Promise<T>, withinMs = 20_000): Promise<NonNullable<T>> {
  const until = performance.now() + withinMs;
  for (;;) {
    let last: unknown;
    try {
      const answer = await ask();
      if (answer) return answer;
      last = answer;
    } catch (error) {
      last = error;
    }
    if (performance.now() > until) throw new Error(`Not within ${withinMs} ms: ${what} (at last: ${String(last)})`);
    await pause(PACE_MS);
  }
}
