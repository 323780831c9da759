import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retryAfterSeconds } from './when-to-send.ts';

const NOW = Date.UTC(2026, 4, 14, 10, 31);
const read = (headers: Record<string, string>, message: string | null = null) =>
  retryAfterSeconds({ headers: new Headers(headers), message, now: NOW });

describe('the wait after an error answer', () => {
  it.each([
    ['seconds', { 'Retry-After': '35' }, 35],
    ['zero seconds', { 'Retry-After': '0' }, 0],
    ['seconds with spaces around them', { 'Retry-After': ' 7 ' }, 7],
    ['a large number of seconds', { 'Retry-After': '123456789012' }, 123_456_789_012],
    ['a date', { 'Retry-After': 'Thu, 14 May 2026 10:32:00 GMT' }, 60],
    ['a date in the past', { 'Retry-After': 'Thu, 14 May 2026 10:00:00 GMT' }, 0],
    [
      'a date, by the answer’s Date when this device’s clock is wrong',
      { 'Retry-After': 'Thu, 14 May 2026 18:00:30 GMT', Date: 'Thu, 14 May 2026 18:00:00 GMT' },
      30,
    ],
    [
      'a date, by this device’s clock when the answer’s Date is malformed',
      { 'Retry-After': 'Thu, 14 May 2026 10:32:00 GMT', Date: 'Thu, 99 May 2026 10:31:00 GMT' },
      60,
    ],
  ])('is read from %s', (_what, headers, seconds) => {
    expect(read(headers as Record<string, string>)).toBe(seconds);
  });

  it.each<[string, Record<string, string>, number | null]>([
    ['RateLimit', { RateLimit: '"default";r=0;t=30' }, 30],
    ['RateLimit with its parameters in the other order', { RateLimit: '"default";t=30;r=0' }, 30],
    ['the latest reset of several used-up limits', { RateLimit: '"a";r=0;t=30, "b";r=0;t=90, "c";r=5;t=900' }, 90],
    ['no RateLimit while requests remain', { RateLimit: '"default";r=5;t=30' }, null],
    ['no malformed RateLimit', { RateLimit: 'default r=0 t=30' }, null],
    ['no RateLimit without a time', { RateLimit: '"default";r=0' }, null],
    ['X-Rate-Limit-Reset, a date (Customer API)', { 'X-Rate-Limit-Reset': '2026-05-14T10:31:35Z' }, 35],
    ['X-RateLimit-Reset, Unix seconds (Kordless)', { 'X-RateLimit-Reset': String(NOW / 1000 + 12) }, 12],
    ['the reset of a used-up limit', { 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': '1778754670' }, 10],
    ['no reset while requests remain', { 'X-RateLimit-Remaining': '1', 'X-RateLimit-Reset': '1778754670' }, null],
    [
      'no reset date while requests remain',
      { 'X-Rate-Limit-Remaining': '9', 'X-Rate-Limit-Reset': '2026-05-14T10:31:35Z' },
      null,
    ],
    ['no RateLimit from a cache', { RateLimit: '"a";r=0;t=30', Age: '3' }, null],
    ['RateLimit that a cache has just revalidated', { RateLimit: '"a";r=0;t=30', Age: '0' }, 30],
    ['a reset in the past', { 'X-RateLimit-Reset': '1000000000' }, 0],
    ['no reset that is neither a date nor Unix seconds', { 'X-RateLimit-Reset': '30' }, null],
    ['no invalid reset date', { 'X-Rate-Limit-Reset': '2026-05-99T10:32:00Z' }, null],
  ])('is read from %s', (_what, headers, seconds) => {
    expect(read(headers)).toBe(seconds);
    expect(read({ ...headers, 'Retry-After': '7' }, 'Wait 8 seconds.')).toBe(7);
  });

  it.each([
    '',
    'soon',
    '-5',
    '1.5',
    '1e3',
    '5, 10',
    '1234567890123',
    '0x10',
    '+5',
    '2026-05-14T10:32:00Z',
    'Thu, 14 May 2026 10:32:00 +0200',
    'Thu, 99 May 2026 10:32:00 GMT',
    'Thu, 14 May 2026 25:61:00 GMT',
  ])('is not read from the malformed %j', (value) => {
    expect(read({ 'Retry-After': value })).toBeNull();
    expect(read({ 'Retry-After': value }, 'Please try again in 9 seconds.')).toBe(9);
  });

  it.each([
    ['Too many attempts. Please try again in 60 seconds.', 60],
    ['Wait 1 second.', 1],
    ['45 SECONDS, please', 45],
    ['Wait a little (30 seconds).', 30],
    ['Wait\n99999 seconds', 99_999],
    ['Wait 100000 seconds', null],
    ['Wait 1,000 seconds', null],
    ['Wait 1.5 seconds', null],
    ['Wait -5 seconds', null],
    ['Wait 5  seconds', null],
    ['Wait 5 secondsome', null],
    ['API calls quota exceeded! maximum admitted 60 per 1m.', null],
    ['Try again in 2 minutes.', null],
    ['Unit 42secondsfloor is busy', null],
    [null, null],
  ])('is read from the message %j: %s', (message, seconds) => {
    expect(read({}, message)).toBe(seconds);
  });

  it('prefers the header to the message', () => {
    expect(read({ 'Retry-After': '35' }, 'Please try again in 60 seconds.')).toBe(35);
  });

  it('is null or a whole number of seconds from 0, for any header', () => {
    const two = fc.integer({ min: 0, max: 99 }).map((n) => String(n).padStart(2, '0'));
    const date = fc.tuple(two, two, two, two).map(([d, h, m, s]) => `Thu, ${d} May 2026 ${h}:${m}:${s} GMT`);
    const value = fc.oneof(date, fc.string({ unit: fc.constantFrom(...'0123456789 -+.,:GMT') }));
    fc.assert(
      fc.property(value, value, (retryAfter, answered) => {
        const seconds = read({ 'Retry-After': retryAfter, Date: answered, 'X-Rate-Limit-Reset': answered });
        expect(seconds === null || (Number.isInteger(seconds) && seconds >= 0)).toBe(true);
      }),
    );
  });
});
