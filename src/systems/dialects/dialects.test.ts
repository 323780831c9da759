import { describe, expect, it } from 'vitest';
import type { DialectReader } from '#api';
import { isJsonObject } from '#model';
import { kissDialect } from '../kiss/dialect.ts';
import { allDialects } from './all.ts';
import { commonDialects } from './common.ts';

/** What each dialect's own documents show, and none of the others. */
const SAID: Readonly<Record<string, readonly [body: object, message: string | null]>> = {
  kiss: [{ message: 'Lock not found.' }, 'Lock not found.'],
  kisi: [{ error: 'You are too far away.', code: 'a3995f' }, 'You are too far away.'],
  customer: [{ error: 'Customer not found.' }, 'Customer not found.'],
  kordless: [{ detail: 'startsAt is required', status: 400, type: 'validation_error' }, 'startsAt is required'],
};

const messageOf = (dialects: readonly DialectReader[], body: object) =>
  isJsonObject(body) ? (dialects.find((one) => one.recognises(body, 'application/json'))?.message(body) ?? null) : null;

describe('the dialects', () => {
  it('are all heard where answers of unknown origin are read, each under a name of its own', () => {
    expect(allDialects.map(({ name }) => name).sort()).toEqual(Object.keys(SAID).sort());
  });

  it.each(Object.entries(SAID))('of %s says the same in whatever order they are asked', (_name, [body, message]) => {
    expect(messageOf(allDialects, body)).toBe(message);
    expect(messageOf([...allDialects].reverse(), body)).toBe(message);
  });

  it.each(['kiss', 'customer', 'kordless'])('of %s is understood from a gateway beside KISS', (name) => {
    const [body, message] = SAID[name] ?? [{}, null];
    expect(messageOf([kissDialect, ...commonDialects], body)).toBe(message);
  });
});
