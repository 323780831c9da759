import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApiProblem, type ProblemKind } from './problem.ts';
import { createQueryClient } from './query-client.ts';
import { fullJitterMs } from './retry-policy.ts';

describe('the pause before a read is sent again', () => {
  it('is anything between nothing and a bound that doubles, up to 5 seconds', () => {
    const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.nat({ max: 60 }), random, (attempt, chance) => {
        const pause = fullJitterMs(attempt, () => chance);
        expect(pause).toBeGreaterThanOrEqual(0);
        expect(pause).toBeLessThanOrEqual(Math.min(5_000, 400 * 2 ** attempt));
      }),
    );
  });

  it.each([
    [0, 400],
    [1, 800],
    [2, 1600],
    [3, 3200],
    [4, 5000],
    [9, 5000],
  ])('after failure %i reaches up to %i ms', (attempt, bound) => {
    expect(fullJitterMs(attempt, () => 0.999_999_999)).toBeCloseTo(bound, 3);
    expect(fullJitterMs(attempt, () => 0)).toBe(0);
  });
});

describe('a read that failed', () => {
  const { retry, networkMode } = createQueryClient().getDefaultOptions().queries ?? {};
  const isRetried = (failures: number, error: Error) => typeof retry === 'function' && retry(failures, error);
  const problem = (kind: ProblemKind) => new ApiProblem({ kind, origin: 'answer', method: 'GET', route: '/x' });

  it('is sent four times in all when the server was unavailable', () => {
    expect([0, 1, 2, 3].map((failures) => isRetried(failures, problem('unavailable')))).toEqual([
      true,
      true,
      true,
      false,
    ]);
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
  ])('is not sent again when it was %s', (kind) => {
    expect(isRetried(0, problem(kind))).toBe(false);
  });

  it('is not sent again when the failure is a defect of our own', () => {
    expect(isRetried(0, new TypeError('x'))).toBe(false);
  });

  it('was sent whatever the browser believed about the network', () => {
    expect(networkMode).toBe('always');
  });
});
