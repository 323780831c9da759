import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemPolicy } from '../../src/api/problem-policy.ts';
import { explainAnswer } from './explain.ts';

/** Keys that a hostile or careless server may send, at any depth. */
const key = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.constantFrom('__proto__', 'constructor', 'prototype', 'a.__proto__.b', 'toString', 'errors', 'message', 'error'),
);
const { value: anything } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string(),
    fc.constantFrom(null, true, 0, -1.5),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.array(fc.tuple(key, tie('value')), { maxLength: 4 }).map(toJson),
  ),
}));

/** Parsed from JSON, because a literal with `__proto__` would set the prototype. */
function toJson(entries: readonly (readonly [string, unknown])[]): unknown {
  return JSON.parse(`{${entries.map(([name, one]) => `${JSON.stringify(name)}:${JSON.stringify(one)}`).join()}}`);
}

const errorLike = fc
  .tuple(
    fc.array(
      fc.tuple(
        fc.constantFrom('message', 'error', 'code', 'detail', 'title', 'type', 'status', 'error_description', 'errors'),
        anything,
      ),
    ),
    anything,
  )
  .map(([entries, errors]) => JSON.stringify(toJson([...entries, ['errors', errors]])));
const body = fc.oneof(
  errorLike,
  anything.map((value) => JSON.stringify(value)),
  fc.string(),
);
const name = fc.oneof(
  fc.constantFrom('retry-after', 'ratelimit', 'date', 'age', 'content-type', 'www-authenticate', '__proto__'),
  fc.constantFrom('x-ratelimit-reset', 'x-ratelimit-remaining', 'x-rate-limit-reset', 'x-rate-limit-remaining'),
  fc.string(),
);
const headers = fc.dictionary(name, fc.oneof(fc.string(), fc.nat().map(String), fc.constant('"a";r=0;t=9')));
const status = fc.oneof(fc.integer({ min: 100, max: 599 }), fc.integer());
const PROTOTYPE_KEY = /(^|\.)(__proto__|constructor|prototype)(\.|$)/;

describe('any recorded answer', () => {
  it('is null or a problem of a known kind', async () => {
    await fc.assert(
      fc.asyncProperty(status, headers, body, async (code, given, said) => {
        const problem = await explainAnswer({ status: code, headers: given, body: said }, 0);
        if (problem === null) {
          expect(Math.floor(code / 100)).toBe(2);
          return;
        }
        expect(Object.keys(problemPolicy)).toContain(problem.kind);
        expect(problem.status).toBe(code);
        const seconds = problem.retryAfterSeconds;
        expect(seconds === null || (Number.isSafeInteger(seconds) && seconds >= 0)).toBe(true);
        for (const text of [problem.message, problem.code]) expect(text === null || text.trim() !== '').toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('has field errors that are lists of text under safe keys', async () => {
    await fc.assert(
      fc.asyncProperty(errorLike, async (said) => {
        const problem = await explainAnswer({ status: 422, headers: {}, body: said }, 0);
        const { fieldErrors = {} } = problem ?? {};
        expect(Object.getPrototypeOf(fieldErrors)).toBe(Object.prototype);
        for (const [path, messages] of Object.entries(fieldErrors)) {
          expect(path).not.toMatch(PROTOTYPE_KEY);
          expect(messages.length).toBeGreaterThan(0);
          for (const message of messages) expect(typeof message).toBe('string');
        }
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('is null for any 2xx with a JSON object or list', async () => {
    const good = fc.oneof(fc.dictionary(key, anything), fc.array(anything));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 200, max: 299 }), headers, good, async (code, given, said) => {
        expect(await explainAnswer({ status: code, headers: given, body: JSON.stringify(said) }, 0)).toBeNull();
      }),
    );
  });
});
