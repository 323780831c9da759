import { describe, expect, it } from 'vitest';
import { isFromCache } from './from-cache.ts';

describe('an answer', () => {
  it.each<[string, Record<string, string>, boolean]>([
    ['without an age comes from the server', {}, false],
    ['of age 0 was just fetched by a cache', { Age: '0' }, false],
    ['of age 00 was, too', { Age: '00' }, false],
    ['of one second is out of a cache', { Age: '1' }, true],
    ['of ten is not taken for one of 0', { Age: '10' }, true],
    ['of an age that nobody can read has met a cache', { Age: 'old' }, true],
  ])('%s', (_what, headers, isKept) => {
    expect(isFromCache(new Headers(headers))).toBe(isKept);
  });
});
