import { describe, expect, it } from 'vitest';
import type { DialectReader } from '#api';
import { isJsonObject } from '#model';
import { kissDialect } from '../kiss/dialect.ts';
import { allDialects } from './all.ts';
import { commonDialects } from './common.ts';

/** An example of each dialect from its own documentation. */
const EXAMPLES: Readonly<Record<string, readonly [body: object, message: string | null]>> = {
  kiss: [{ message: 'Lock not found.' }, 'Lock not found.'],
  kisi: [{ error: 'You are too far away.', code: 'a3995f' }, 'You are too far away.'],
  customer: [{ error: 'Customer not found.' }, 'Customer not found.'],
  kordless: [{ detail: 'startsAt is required', status: 400, type: 'validation_error' }, 'startsAt is required'],
};

const messageOf = (dialects: readonly DialectReader[], body: object) =>
  isJsonObject(body) ? (dialects.find((one) => one.recognises(body, 'application/json'))?.message(body) ?? null) : null;

describe('the dialects', () => {
  it('are all in allDialects, with unique names', () => {
    expect(allDialects.map(({ name }) => name).sort()).toEqual(Object.keys(EXAMPLES).sort());
  });

  it.each(Object.entries(EXAMPLES))('read a body of %s in any order', (_name, [body, message]) => {
    expect(messageOf(allDialects, body)).toBe(message);
    expect(messageOf([...allDialects].reverse(), body)).toBe(message);
  });

  it.each(['kiss', 'customer', 'kordless'])('of KISS and its gateway include %s', (name) => {
    const [body, message] = EXAMPLES[name] ?? [{}, null];
    expect(messageOf([kissDialect, ...commonDialects], body)).toBe(message);
  });
});
