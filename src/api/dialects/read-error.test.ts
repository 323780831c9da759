import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allDialects } from './all.test-helper.ts';
import { readError } from './read-error.ts';

const read = (body: unknown, headers: Record<string, string> = {}) =>
  readError(body, new Headers(headers), allDialects);

describe('the details of an error body', () => {
  it.each([
    ['KISS', { message: 'Lock not found.' }, 'Lock not found.', null],
    ['KISS, newer, with a code', { message: 'No.', code: 'profile_gone', data: [], meta: [] }, 'No.', 'profile_gone'],
    ['KISS without a message', { message: null }, null, null],
    ['KISS with a list as message', { message: ['a', 'b'], code: 'c' }, null, 'c'],
    ['Kisi', { error: 'You are too far away.', code: '3b6e7a' }, 'You are too far away.', '3b6e7a'],
    ['the Customer API', { error: 'Customer not found.' }, 'Customer not found.', null],
    ['OAuth', { error: 'invalid_client', error_description: 'Bad secret.' }, 'Bad secret.', 'invalid_client'],
    [
      'Kordless',
      { detail: 'endsAt is required', status: 400, type: 'validation_error' },
      'endsAt is required',
      'validation_error',
    ],
    [
      'RFC 9457',
      { type: 'https://x.test/gone', title: 'Gone', status: 410, detail: 'It left.', instance: '/1' },
      'It left.',
      'https://x.test/gone',
    ],
    ['RFC 9457 with a title only', { type: 'about:blank', title: 'Gone', status: 410 }, 'Gone', null],
    ['an unknown dialect with a code', { code: 'odd', fault: 'x' }, null, 'odd'],
  ])('are read from %s', (_who, body, message, code) => {
    expect(read(body)).toMatchObject({ message, code, fieldErrors: {} });
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['text', 'Bad gateway'],
    ['a number', 502],
    ['a list', [{ message: 'x' }]],
    ['an empty object', {}],
    ['a message of the wrong type', { message: { text: 'x' } }],
    ['an error of the wrong type', { error: 404 }],
    ['a blank message', { message: '  ' }],
  ])('are null when the body is %s', (_what, body) => {
    expect(read(body)).toMatchObject({ message: null, code: null, fieldErrors: {} });
  });

  it('contain the field errors by dot path, and only their text', () => {
    const errors = { 'units.0.tenant.phone': ['Too short.', 7, 'Odd.'], otp: 'Six digits.', a: 5, b: [], c: [null] };
    expect(read({ message: 'Invalid.', errors })).toMatchObject({
      message: 'Invalid.',
      code: null,
      fieldErrors: { 'units.0.tenant.phone': ['Too short.', 'Odd.'], otp: ['Six digits.'] },
    });
  });

  it('may be field errors only (Kisi)', () => {
    expect(read({ errors: { email: ['is invalid'] } })).toMatchObject({
      message: null,
      code: null,
      fieldErrors: { email: ['is invalid'] },
    });
  });

  it.each([[[]], ['x'], [null], [3]])('contain no field errors for %j', (errors) => {
    expect(read({ message: 'm', errors }).fieldErrors).toEqual({});
  });

  it('take the code from the challenge of a 401 without a body', () => {
    const headers = { 'WWW-Authenticate': 'Bearer realm="x", error="invalid_token"' };
    expect(read(undefined, headers).code).toBe('invalid_token');
    expect(read({ message: 'No.' }, headers)).toMatchObject({ message: 'No.', code: 'invalid_token' });
    expect(read({ message: 'No.', code: 'own' }, headers).code).toBe('own');
    expect(read(undefined, { 'WWW-Authenticate': 'Basic error="x"' }).code).toBeNull();
  });

  it('are text or null, for any JSON', () => {
    const key = fc.constantFrom('message', 'error', 'error_description', 'detail', 'title', 'type', 'code', 'errors');
    const body = fc.oneof(fc.jsonValue(), fc.dictionary(key, fc.jsonValue()));
    fc.assert(
      fc.property(body, (json) => {
        const { message, code, fieldErrors } = read(json);
        for (const text of [message, code]) expect(text === null || typeof text === 'string').toBe(true);
        for (const text of Object.values(fieldErrors).flat()) expect(typeof text).toBe('string');
      }),
    );
  });
});
