import { describe, expect, it } from 'vitest';
import { isFromCache } from './from-cache.ts';

describe('an answer', () => {
  it.each<[string, Record<string, string>, boolean]>([
    ['without Age comes from the server', {}, false],
    ['with Age 0 was just revalidated', { Age: '0' }, false],
    ['with Age 00 was just revalidated', { Age: '00' }, false],
    ['with Age 1 comes from a cache', { Age: '1' }, true],
    ['with Age 10 comes from a cache', { Age: '10' }, true],
    ['with a malformed Age comes from a cache', { Age: 'old' }, true],
  ])('%s', (_what, headers, expected) => {
    expect(isFromCache(new Headers(headers))).toBe(expected);
  });
});
