import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHttpDate } from './http-date.ts';

const NOON = Date.UTC(2026, 4, 14, 12, 3, 9);

describe('an HTTP-date', () => {
  it.each([
    ['Thu, 14 May 2026 12:03:09 GMT', NOON],
    ['Thursday, 14-May-26 12:03:09 GMT', NOON],
    ['Thu May 14 12:03:09 2026', NOON],
    ['Sun, 06 Nov 1994 08:49:37 GMT', 784_111_777_000],
    ['Sunday, 06-Nov-94 08:49:37 GMT', 784_111_777_000],
    ['Sun Nov  6 08:49:37 1994', 784_111_777_000],
    ['Wednesday, 31-Dec-69 00:00:00 GMT', Date.UTC(2069, 11, 31)],
    ['Thursday, 01-Jan-70 00:00:00 GMT', 0],
    ['Tue, 29 Feb 2028 23:59:59 GMT', Date.UTC(2028, 1, 29, 23, 59, 59)],
  ])('reads %s', (value, at) => {
    expect(readHttpDate(value)).toBe(at);
  });

  it.each([
    null,
    '',
    'soon',
    '14 May 2026 12:03:09 GMT',
    'Thu, 14 May 2026 12:03:09',
    'Thu, 14 May 2026 12:03:09 +0200',
    'Thu, 14 May 2026 12:03:09 gmt',
    'Thu, 14 Mai 2026 12:03:09 GMT',
    'Thu, 4 May 2026 12:03:09 GMT',
    'Thu, 32 May 2026 12:03:09 GMT',
    'Thu, 31 Jun 2026 12:03:09 GMT',
    'Sun, 29 Feb 2026 12:03:09 GMT',
    'Thu, 00 May 2026 12:03:09 GMT',
    'Thu, 14 May 2026 24:00:00 GMT',
    'Thu, 14 May 2026 12:60:09 GMT',
    'Thu, 14 May 2026 12:03:60 GMT',
    'x Thu, 14 May 2026 12:03:09 GMT',
    'Thu, 14 May 2026 12:03:09 GMT x',
    'Thu, 14-May-26 12:03:09 GMT',
    'Thu May 14 12:03:09 26',
    '2026-05-14T12:03:09Z',
  ])('rejects %j', (value) => {
    expect(readHttpDate(value)).toBeNull();
  });

  it('reads what toUTCString writes, for every second of two centuries', () => {
    const second = fc.integer({ min: Date.UTC(1900, 0) / 1000, max: Date.UTC(2100, 0) / 1000 });
    fc.assert(
      fc.property(second, (at) => {
        expect(readHttpDate(new Date(at * 1000).toUTCString())).toBe(at * 1000);
      }),
    );
  });
});
