import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryStore } from '#platform';
import { createReturnPath, isOwnPath } from './return-path.ts';

const ORIGIN = 'https://doors.test';
const HOSTILE = [
  '//evil.test',
  '///evil.test',
  '/\\evil.test',
  '\\\\evil.test',
  '/\t/evil.test',
  '/\n/evil.test',
  'https://evil.test/doors',
  'https:evil.test',
  'javascript:alert(1)',
  'data:text/html,x',
  '@evil.test',
  '.evil.test',
  'evil.test',
  '',
  ' /doors',
  '?x',
];

describe('the return path after signing in', () => {
  it.each(['/doors', '/doors/u1', '/doors/u1~l2', '/activity', '/doors/%2F%2Fevil.test', '/doors?q=a#b'])(
    'may be %j',
    (path) => {
      expect(isOwnPath(path)).toBe(true);
    },
  );

  it.each([...HOSTILE, '/sign-in', '/sign-in/code'])('may not be %j', (path) => {
    expect(isOwnPath(path)).toBe(false);
  });

  it('is used once', () => {
    const returnPath = createReturnPath(memoryStore());
    returnPath.remember('/doors/u1');
    expect(returnPath.take('/doors')).toBe('/doors/u1');
    expect(returnPath.take('/doors')).toBe('/doors');
  });

  it('is forgotten when the person signs out', () => {
    const returnPath = createReturnPath(memoryStore());
    returnPath.remember('/activity');
    returnPath.forget();
    expect(returnPath.take('/doors')).toBe('/doors');
  });

  it.each([7, null, ['/doors'], { path: '/doors' }])('is the fallback when storage holds %j', (kept) => {
    const store = memoryStore();
    store.set('return-path', kept);
    expect(createReturnPath(store).take('/doors')).toBe('/doors');
  });

  it('never leads to another origin, whatever was remembered', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '//',
      '..',
      '.',
      '@',
      ':',
      'evil.test',
      'https:',
      '\t',
      '\r',
      '\0',
      '%2f',
      '?',
      '#',
      ' ',
      'a',
    );
    const path = fc.oneof(
      fc.string(),
      fc.webUrl(),
      fc.constantFrom(...HOSTILE),
      fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
      fc.array(piece, { maxLength: 8 }).map((pieces) => `/${pieces.join('')}`),
    );
    fc.assert(
      fc.property(path, (remembered) => {
        const returnPath = createReturnPath(memoryStore());
        returnPath.remember(remembered);
        expect(new URL(returnPath.take('/doors'), ORIGIN).origin).toBe(ORIGIN);
      }),
      { numRuns: 2_000 },
    );
  });
});
