import { describe, expect, it } from 'vitest';
import { readOlderLimit, readRateLimit, secondsBetween } from './rate-limit-fields.ts';
import { usedUpForSeconds } from './when-to-send.ts';

const NOW = Date.UTC(2026, 6, 1, 12);

describe('the RateLimit field', () => {
  it.each([
    ['"default";r=50;t=30', [{ remaining: 50, resetSeconds: 30 }]],
    ['"default";t=30;r=0', [{ remaining: 0, resetSeconds: 30 }]],
    ['"default"; r=0 ; t=30', [{ remaining: 0, resetSeconds: 30 }]],
    ['"default";r=7', [{ remaining: 7, resetSeconds: null }]],
    [
      '"a";r=1;t=2, "b";r=3;t=4',
      [
        { remaining: 1, resetSeconds: 2 },
        { remaining: 3, resetSeconds: 4 },
      ],
    ],
    ['"a, b";r=1;t=2', [{ remaining: 1, resetSeconds: 2 }]],
    ['"a";pk=":aGk=:";r=1;t=2', [{ remaining: 1, resetSeconds: 2 }]],
    ['"a";later;r=1;t=2', [{ remaining: 1, resetSeconds: 2 }]],
    ['"say \\"a\\" \\\\";r=1;t=2', [{ remaining: 1, resetSeconds: 2 }]],
    ['"a";r=3;t=9;x=";r=0;t=1"', [{ remaining: 3, resetSeconds: 9 }]],
    ['"a";r=3;r=4;t=9', [{ remaining: 4, resetSeconds: 9 }]],
    ['"bytes";r=123456789012345;t=123456789012', [{ remaining: 123_456_789_012_345, resetSeconds: 123_456_789_012 }]],
    [
      '"a";r=0\t,\t "b";r=1 ',
      [
        { remaining: 0, resetSeconds: null },
        { remaining: 1, resetSeconds: null },
      ],
    ],
  ])('reads %s', (field, limits) => {
    expect(readRateLimit(field)).toEqual(limits);
  });

  it.each([
    null,
    '',
    'default;r=0;t=30',
    'default r=0 t=30',
    '"default"',
    '"default";t=30',
    '"default";r=-1;t=30',
    '"default";r=1.5;t=30',
    '"default";r=0;t=soon',
    '"default";r=0;t=-3',
    '"default";R=0;t=3',
    '"default;r=0;t=3',
    '"a";r=0;t=3 "b";r=0;t=3',
    '"a";r=0;t=3, b',
    '"a";r=0;t=3;',
    '"a";r=0;t="3"',
    '"a";r=1234567890123456;t=3',
    '"a";r=3;t=1234567890123',
    '"a";r=0;t=3,',
    '"a";r=0;t=3, ',
    '"a";r=0;t=3,,"b";r=0;t=3',
    'x"a";r=0;t=3',
    '"a\\b";r=0;t=3',
    '"a";r;t=3',
    '"a";r=0;t',
  ])('ignores all of %j', (field) => {
    expect(readRateLimit(field)).toEqual([]);
  });
});

describe('the X-RateLimit-* and X-Rate-Limit-* fields', () => {
  it.each([
    ['x-ratelimit', { 'X-RateLimit-Remaining': '4', 'X-RateLimit-Reset': `${NOW / 1000 + 9}` }, 4, 9],
    ['x-rate-limit', { 'X-Rate-Limit-Remaining': '0', 'X-Rate-Limit-Reset': '2026-07-01T12:00:07Z' }, 0, 7],
    ['x-rate-limit', { 'X-Rate-Limit-Reset': '2026-07-01T12:00:07.500Z' }, Number.NaN, 8],
    ['x-rate-limit', { 'X-Rate-Limit-Reset': '2026-07-01T14:00:07+02:00' }, Number.NaN, 7],
    ['x-ratelimit', { 'X-RateLimit-Remaining': '-1', 'X-RateLimit-Reset': `${NOW / 1000 - 9}` }, Number.NaN, 0],
  ] as const)('reads %s-*: %j', (name, headers, remaining, resetSeconds) => {
    expect(readOlderLimit(new Headers(headers), name, NOW)).toEqual({ remaining, resetSeconds });
  });

  it.each([
    '',
    '30',
    '12345678901',
    '2026-07-01',
    '2026-07-01 12:00:07',
    '2026-13-01T12:00:07Z',
    'x2026-07-01T12:00:07Z',
  ])('ignore the reset %j', (reset) => {
    const headers = new Headers({ 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': reset });
    expect(readOlderLimit(headers, 'x-ratelimit', NOW)).toBeNull();
  });

  it('give whole seconds, rounded up and never negative', () => {
    expect([secondsBetween(0, 1), secondsBetween(0, 1_000), secondsBetween(0, 1_001), secondsBetween(9, 0)]).toEqual([
      1, 1, 2, 0,
    ]);
  });
});

describe('the wait after a success', () => {
  const usedUp = (headers: Record<string, string>) => usedUpForSeconds({ headers: new Headers(headers), now: NOW });

  it.each<[string, Record<string, string>, number | null]>([
    ['is none without these fields', {}, null],
    ['is none while requests remain', { RateLimit: '"a";r=1;t=30' }, null],
    ['lasts until the reset when none remain', { RateLimit: '"a";r=0;t=30' }, 30],
    ['lasts until the later reset of two limits', { RateLimit: '"a";r=0;t=30, "b";r=0;t=40' }, 40],
    ['reads Unix seconds', { 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': `${NOW / 1000 + 9}` }, 9],
    ['reads an RFC 3339 date-time', { 'X-Rate-Limit-Remaining': '0', 'X-Rate-Limit-Reset': '2026-07-01T12:00:07Z' }, 7],
    [
      'is none with a reset while requests remain',
      { 'X-RateLimit-Remaining': '5', 'X-RateLimit-Reset': `${NOW / 1000 + 9}` },
      null,
    ],
    ['is none with a reset and an unknown number of requests', { 'X-RateLimit-Reset': `${NOW / 1000 + 9}` }, null],
    ['ignores Retry-After, which is for errors', { 'Retry-After': '30' }, null],
    ['ignores an answer from a cache', { RateLimit: '"a";r=0;t=30', Age: '3' }, null],
    ['reads an answer that a cache has just revalidated', { RateLimit: '"a";r=0;t=30', Age: '0' }, 30],
    [
      'is measured by the Date of the answer',
      {
        Date: 'Wed, 01 Jul 2026 15:00:00 GMT',
        'X-Rate-Limit-Remaining': '0',
        'X-Rate-Limit-Reset': '2026-07-01T15:00:10Z',
      },
      10,
    ],
  ])('%s', (_what, headers, seconds) => {
    expect(usedUp(headers)).toBe(seconds);
  });
});
