import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OpenOutcome } from '#model';
import { readOutcome } from './gateway-answer.ts';

const AT = '2026-07-01T12:00:02.000Z';
const read = (status: number, json: unknown) => readOutcome({ status, json, headers: new Headers() });
const opened = { kind: 'opened', openedAt: Date.parse(AT), relaySeconds: 5 } as const;
const OPENED_BODY = { outcome: 'opened', opened_at: AT, relay_seconds: 5 };

const outcomes: readonly (readonly [outcome: string, OpenOutcome])[] = [
  ['already_open', { kind: 'already-open' }],
  ['denied', { kind: 'denied', message: 'Not now.' }],
  ['jammed', { kind: 'jammed' }],
  ['not_answered', { kind: 'not-answered' }],
  ['expired', { kind: 'expired' }],
];
const statuses = [200, 202, 400, 403, 404, 408, 409, 410, 422, 423, 500, 501, 502, 503, 504];

describe('the outcome of an answer', () => {
  it.each(statuses.flatMap((status) => outcomes.map(([word, outcome]) => [word, status, outcome] as const)))(
    'decides, whatever the status: %s with %i',
    (word, status, outcome) => {
      expect(read(status, { outcome: word, message: 'Not now.' })).toEqual(outcome);
    },
  );

  it.each([200, 201, 202])('is "opened" with a good status (%i), a time and a relay time', (status) => {
    expect(read(status, OPENED_BODY)).toEqual(opened);
  });

  it.each([302, 400, 403, 408, 409, 410, 423, 500, 501, 502, 503, 504])(
    'is unknown when it says "opened" with the status %i',
    (status) => {
      expect(read(status, OPENED_BODY)).toEqual({ kind: 'unknown', because: 'nonsense' });
    },
  );

  it.each([401, 429].flatMap((status) => ['opened', ...outcomes.map(([word]) => word)].map((word) => [status, word])))(
    'is ignored with %i, which is about the request: %s',
    (status, outcome) => {
      expect(read(Number(status), { ...OPENED_BODY, outcome })).toBeUndefined();
    },
  );

  it.each([
    ['no time', { outcome: 'opened', relay_seconds: 5 }],
    ['an invalid time', { outcome: 'opened', opened_at: 'just now' }],
    ['a time of the wrong type', { outcome: 'opened', opened_at: 1_751_371_202_000 }],
  ])('is not "opened" with %s', (_what, body) => {
    expect(read(200, body)).toBeUndefined();
  });

  it.each([undefined, null, 0, -1, 601, Number.POSITIVE_INFINITY, '5', true])(
    'has no relay time when that is %s',
    (relay_seconds) => {
      expect(read(200, { ...OPENED_BODY, relay_seconds })).toEqual({ ...opened, relaySeconds: null });
    },
  );

  it('carries the server’s message with a denial only when it is text', () => {
    expect(read(403, { outcome: 'denied', message: { text: 'x' } })).toEqual({ kind: 'denied', message: null });
  });

  it('carries at most 300 characters of it', () => {
    const outcome = read(403, { outcome: 'denied', message: 'x'.repeat(5_000) });
    expect(outcome).toEqual({ kind: 'denied', message: 'x'.repeat(300) });
  });

  it.each([
    undefined,
    null,
    'opened',
    7,
    true,
    [],
    [OPENED_BODY],
    {},
    { outcome: 'open' },
    { outcome: 'OPENED' },
    { outcome: null },
    { outcome: ['opened'] },
    { data: OPENED_BODY },
    { outcome: 'constructor' },
  ])('is decided by the status when the body is %j', (body) => {
    for (const status of [...statuses, 401, 429]) expect(read(status, body)).toBeUndefined();
  });

  it('is never "opened" without that value, a 2xx status and a time', () => {
    const body = fc.record(
      {
        outcome: fc.oneof(fc.constantFrom('opened', 'jammed', 'open'), fc.jsonValue()),
        opened_at: fc.oneof(fc.constant(AT), fc.jsonValue()),
        relay_seconds: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 599 }), fc.oneof(body, fc.jsonValue()), (status, json) => {
        if (read(status, json)?.kind !== 'opened') return;
        expect(Math.floor(status / 100)).toBe(2);
        expect(json).toMatchObject({ outcome: 'opened', opened_at: expect.any(String) });
      }),
    );
  });
});
