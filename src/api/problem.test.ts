import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apiProblem, kindOfStatus } from './problem.ts';
import { problemPolicy } from './problem-policy.ts';

describe('the kind of a failure', () => {
  it.each([
    [0, 'malformed'],
    [200, 'malformed'],
    [204, 'malformed'],
    [302, 'malformed'],
    [304, 'malformed'],
    [400, 'rejected'],
    [401, 'unauthenticated'],
    [402, 'rejected'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [405, 'rejected'],
    [408, 'unavailable'],
    [409, 'conflict'],
    [410, 'not-found'],
    [418, 'rejected'],
    [422, 'invalid'],
    [425, 'unavailable'],
    [429, 'rate-limited'],
    [499, 'rejected'],
    [500, 'unavailable'],
    [501, 'unsupported'],
    [502, 'unavailable'],
    [503, 'unavailable'],
    [504, 'unavailable'],
    [599, 'unavailable'],
  ])('of a %i is %s', (status, kind) => {
    expect(kindOfStatus(status)).toBe(kind);
  });

  it('has a policy, for every status', () => {
    for (let status = 100; status <= 599; status++) expect(problemPolicy).toHaveProperty([kindOfStatus(status)]);
  });

  it('is rejected for any other 4xx, and unavailable for any 5xx but 501', () => {
    const named = [401, 403, 404, 408, 409, 410, 422, 425, 429];
    fc.assert(
      fc.property(fc.integer({ min: 400, max: 499 }), (status) => {
        fc.pre(!named.includes(status));
        expect(kindOfStatus(status)).toBe('rejected');
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 500, max: 599 }), (status) => {
        fc.pre(status !== 501);
        expect(kindOfStatus(status)).toBe('unavailable');
      }),
    );
  });
});

describe('a problem', () => {
  it('names the request, the kind and the status, and has a value for every fact', () => {
    const problem = apiProblem({
      kind: 'not-found',
      origin: 'answer',
      status: 404,
      method: 'GET',
      route: '/a/{id}',
    });
    expect(problem.message).toBe('GET /a/{id}: not-found (404)');
    expect({ ...problem }).toEqual({
      name: 'ApiProblem',
      kind: 'not-found',
      origin: 'answer',
      status: 404,
      serverMessage: null,
      code: null,
      fieldErrors: {},
      notBefore: null,
      requestId: null,
      dialect: 'none',
      method: 'GET',
      route: '/a/{id}',
    });
  });

  it('names its origin when there was no answer', () => {
    const problem = apiProblem({ kind: 'unavailable', origin: 'network', method: 'POST', route: '/x' });
    expect(problem.message).toBe('POST /x: unavailable (network)');
  });
});
