import { describe, expect, it, vi } from 'vitest';
import { wait } from '#platform';
import { createFakeClock, NOON } from '#platform/test-helpers';
import type { ProblemKind } from '../problem.ts';
import { aProblem } from '../test-helpers/index.ts';
import { settle } from '../transport.test-helper.ts';
import { READ_TRIES, READ_WITHIN_MS, withRetries } from './read-retries.ts';

type Parts = { budget?: number; random?: number; mayRetry?: () => boolean; signal?: AbortSignal };

/** A read that calls `send` for each try. `tries` are the start and the remaining time of each. */
function setUp(send: (nth: number) => Promise<string>, parts: Parts = {}) {
  const clock = createFakeClock();
  const tries: { readonly at: number; readonly withinMs: number }[] = [];
  let left = parts.budget ?? 99;
  const budget = {
    earn: vi.fn(),
    spend: vi.fn(() => {
      left -= 1;
      return left >= 0;
    }),
  };
  const outcome: { value?: unknown; error?: unknown } = {};
  const attempt = (withinMs: number) => {
    tries.push({ at: clock.now() - NOON, withinMs });
    return send(tries.length);
  };
  const random = () => parts.random ?? 1;
  void withRetries(attempt, parts.signal, { clock, budget, mayRetry: parts.mayRetry ?? (() => true), random }).then(
    (value) => Object.assign(outcome, { value }),
    (error: unknown) => Object.assign(outcome, { error }),
  );
  const pass = async (ms: number) => {
    for (const end = clock.now() + ms; clock.now() < end; ) {
      await settle();
      clock.advance(Math.min(100, end - clock.now()));
    }
    await settle();
  };
  return { clock, tries, budget, outcome, pass };
}

const unavailable = aProblem('unavailable', { status: 503 });
const failing = (error: unknown) => () => Promise.reject(error);

describe('a read', () => {
  it('that is answered is sent once, and earns a part of a retry', async () => {
    const { tries, budget, outcome, pass } = setUp(async () => 'doors');
    await pass(0);
    expect(outcome).toEqual({ value: 'doors' });
    expect(tries).toEqual([{ at: 0, withinMs: READ_WITHIN_MS }]);
    expect([budget.earn.mock.calls.length, budget.spend.mock.calls.length]).toEqual([1, 0]);
  });

  it('that keeps failing is sent four times with doubling pauses, and throws the last error', async () => {
    const { tries, budget, outcome, pass } = setUp(failing(unavailable));
    await pass(30_000);
    expect(tries.map(({ at }) => at)).toEqual([0, 400, 1_200, 2_800]);
    expect(tries).toHaveLength(READ_TRIES);
    expect(outcome).toEqual({ error: unavailable });
    expect([budget.earn.mock.calls.length, budget.spend.mock.calls.length]).toEqual([1, 3]);
  });

  it('gets the remaining total time for each try', async () => {
    const { tries, pass } = setUp(failing(unavailable));
    await pass(30_000);
    expect(tries.map(({ at, withinMs }) => at + withinMs)).toEqual([20_000, 20_000, 20_000, 20_000]);
  });

  it('is retried until its total time is over', async () => {
    const named = (ms: number) => aProblem('unavailable', { notBefore: NOON + ms });
    const inTime = setUp(failing(named(READ_WITHIN_MS)));
    await inTime.pass(READ_WITHIN_MS);
    expect(inTime.tries.map(({ at }) => at)).toEqual([0, READ_WITHIN_MS]);
    const late = setUp(failing(named(READ_WITHIN_MS + 1)));
    await late.pass(READ_WITHIN_MS + 1_000);
    expect(late.tries).toHaveLength(1);
  });

  it('is not retried when its tries have taken too long', async () => {
    const slow = (ms: number) => {
      const made = setUp(async () => {
        await Promise.resolve();
        await wait(made.clock, ms);
        throw unavailable;
      });
      return made;
    };
    const inTime = slow(19_000);
    await inTime.pass(READ_WITHIN_MS);
    expect(inTime.tries[1]).toEqual({ at: 19_400, withinMs: 600 });
    const late = slow(19_601);
    await late.pass(READ_WITHIN_MS + 1_000);
    expect(late.tries).toHaveLength(1);
    expect(late.outcome).toEqual({ error: unavailable });
  });

  it('is not retried before the moment that the server named', async () => {
    const { tries, pass } = setUp(failing(aProblem('unavailable', { notBefore: NOON + 5_000 })), { random: 0 });
    await pass(4_999);
    expect(tries).toHaveLength(1);
    await pass(1);
    expect(tries.map(({ at }) => at).slice(0, 2)).toEqual([0, 5_000]);
  });

  it('is retried only while the budget allows it', async () => {
    const { tries, outcome, pass } = setUp(failing(unavailable), { budget: 1 });
    await pass(30_000);
    expect(tries).toHaveLength(2);
    expect(outcome).toEqual({ error: unavailable });
  });

  it.each<ProblemKind>([
    'unauthenticated',
    'forbidden',
    'not-found',
    'conflict',
    'invalid',
    'rate-limited',
    'unsupported',
    'rejected',
    'malformed',
  ])('that is %s is not retried', async (kind) => {
    const { tries, outcome, pass } = setUp(failing(aProblem(kind)));
    await pass(30_000);
    expect(tries).toHaveLength(1);
    expect(outcome.error).toMatchObject({ kind });
  });

  it('that failed on this device before sending is not retried', async () => {
    const { tries, pass } = setUp(failing(aProblem('unavailable', { origin: 'local' })));
    await pass(30_000);
    expect(tries).toHaveLength(1);
  });

  it('that failed because of a bug is not retried', async () => {
    const defect = new TypeError('x is not a function');
    const { tries, outcome, pass } = setUp(failing(defect));
    await pass(30_000);
    expect(tries).toHaveLength(1);
    expect(outcome.error).toBe(defect);
  });

  it('is not retried, and takes nothing from the budget, while automatic requests are stopped', async () => {
    const { tries, budget, pass } = setUp(failing(unavailable), { mayRetry: () => false });
    await pass(30_000);
    expect(tries).toHaveLength(1);
    expect(budget.spend).not.toHaveBeenCalled();
  });

  it('is not retried when automatic requests are stopped during the pause', async () => {
    let may = true;
    const { tries, outcome, pass } = setUp(failing(unavailable), { mayRetry: () => may });
    await pass(100);
    may = false;
    await pass(30_000);
    expect(tries).toHaveLength(1);
    expect(outcome.error).toBe(unavailable);
  });

  it('is aborted during the pause', async () => {
    const controller = new AbortController();
    const { tries, outcome, clock, pass } = setUp(failing(unavailable), { signal: controller.signal });
    await pass(100);
    controller.abort('unmounted');
    await pass(0);
    expect(outcome).toEqual({ error: 'unmounted' });
    expect(clock.waiting()).toBe(0);
    expect(tries).toHaveLength(1);
  });

  it('is not retried when it is aborted before it fails', async () => {
    const controller = new AbortController();
    const { tries, outcome, clock, pass } = setUp(
      () => {
        controller.abort('unmounted');
        return Promise.reject(unavailable);
      },
      { signal: controller.signal },
    );
    await pass(30_000);
    expect(outcome).toEqual({ error: 'unmounted' });
    expect([tries.length, clock.waiting()]).toEqual([1, 0]);
  });

  it('throws an error that must not be retried at once', async () => {
    const { tries, outcome, pass } = setUp((nth) => Promise.reject(nth === 1 ? unavailable : aProblem('forbidden')));
    await pass(30_000);
    expect(tries).toHaveLength(2);
    expect(outcome.error).toMatchObject({ kind: 'forbidden' });
  });

  it('returns the value of a retry', async () => {
    const { outcome, pass } = setUp((nth) => (nth === 1 ? Promise.reject(unavailable) : Promise.resolve('doors')));
    await pass(1_000);
    expect(outcome).toEqual({ value: 'doors' });
  });
});
