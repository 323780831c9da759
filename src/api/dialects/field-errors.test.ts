import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFieldErrors } from './field-errors.ts';

describe('field errors', () => {
  it.each<[string, unknown, Record<string, string[]>]>([
    ['lists by dot path', { 'a.0.b': ['x', 'y'] }, { 'a.0.b': ['x', 'y'] }],
    ['a single text', { a: 'x' }, { a: ['x'] }],
    ['nested objects', { a: { b: { c: ['x'] } }, d: 'y' }, { 'a.b.c': ['x'], d: ['y'] }],
    ['only the text of a mixed list', { a: ['x', 1, null, 'y'] }, { a: ['x', 'y'] }],
    ['six levels', { a: { b: { c: { d: { e: { f: 'x' } } } } } }, { 'a.b.c.d.e.f': ['x'] }],
    ['at most six levels', { a: { b: { c: { d: { e: { f: { g: 'x' } } } } } } }, {}],
    ['an empty list', { a: [] }, {}],
    ['a number', { a: 5 }, {}],
    ['a list of errors', ['x'], {}],
    ['text', 'x', {}],
    ['nothing', null, {}],
  ])('are read from %s', (_what, errors, fields) => {
    expect(readFieldErrors(errors)).toEqual(fields);
  });

  it.each(['__proto__', 'constructor', 'prototype', 'a.__proto__', 'constructor.prototype.b'])(
    'never have the key %s',
    (name) => {
      const errors: unknown = JSON.parse(`{${JSON.stringify(name)}:["x"],"ok":{${JSON.stringify(name)}:"y"}}`);
      expect(Object.keys(readFieldErrors(errors))).toEqual([]);
    },
  );

  it('are lists of text under safe keys, for any JSON', () => {
    const key = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'prototype', 'a.prototype'));
    const errors = fc.dictionary(key, fc.oneof(fc.jsonValue(), fc.array(fc.string()), fc.dictionary(key, fc.string())));
    fc.assert(
      fc.property(errors, (json) => {
        for (const [path, messages] of Object.entries(readFieldErrors(json))) {
          expect(messages.length).toBeGreaterThan(0);
          for (const message of messages) expect(typeof message).toBe('string');
          for (const part of path.split('.')) expect(['__proto__', 'constructor', 'prototype']).not.toContain(part);
        }
      }),
    );
  });
});
