import { describe, expect, it } from 'vitest';
import { allDialects } from './all.test-helper.ts';
import { readError } from './read-error.ts';

const read = (body: unknown, contentType = 'application/json', headers: Record<string, string> = {}) =>
  readError(body, new Headers({ 'content-type': contentType, ...headers }), allDialects);

describe('the dialect of an error body', () => {
  it.each<[string, unknown, string]>([
    ['kiss', { message: 'x' }, 'application/json'],
    ['kiss', { message: null }, 'application/json'],
    ['kiss', { message: 'x', error: 'y', code: 'z' }, 'application/json'],
    ['kisi', { error: 'x', code: 'y' }, 'application/json'],
    ['kisi', { errors: { a: ['x'] } }, 'application/json'],
    ['customer', { error: 'x' }, 'application/json'],
    ['customer', { error: 'x', errors: { a: ['x'] } }, 'application/json'],
    ['oauth', { error: 'x', error_description: 'y' }, 'application/json'],
    ['oauth', { error: 'x', error_description: 'y', message: 'z' }, 'application/json'],
    ['customer', { error: 'x', error_description: ' ' }, 'application/json'],
    ['kordless', { detail: 'x', status: 400, type: 'y' }, 'application/json'],
    ['problem-details', { detail: 'x', status: 400, type: 'y' }, 'application/problem+json'],
    ['problem-details', { detail: 'x', title: 'z', type: 'y' }, 'application/json'],
    ['problem-details', { title: 'z', status: 400 }, 'application/json'],
    ['none', { title: 'z' }, 'application/json'],
    ['none', { data: 1 }, 'application/json'],
    ['none', [], 'application/problem+json'],
    ['none', undefined, 'text/html'],
  ])('is %s for %j as %s', (dialect, body, contentType) => {
    expect(read(body, contentType).dialect).toBe(dialect);
  });

  it.each(['application/problem+json; charset=utf-8', ' Application/Problem+JSON ', 'application/problem+json'])(
    'is recognised by the content type %j',
    (contentType) => {
      expect(read({ title: 'z' }, contentType)).toMatchObject({ dialect: 'problem-details', message: 'z' });
    },
  );

  it('is recognised without a content type', () => {
    expect(readError({ message: 'x' }, new Headers(), allDialects)).toMatchObject({ dialect: 'kiss', message: 'x' });
  });
});

describe('the error code', () => {
  it.each<[string, unknown, string | null]>([
    ['a code before a type', { message: 'x', code: 'c', type: 't' }, 'c'],
    ['a type', { message: 'x', type: 't' }, 't'],
    ['not the type about:blank', { message: 'x', type: 'about:blank' }, null],
    ['a type before OAuth’s error', { error: 'e', error_description: 'd', type: 't' }, 't'],
    ['OAuth’s error beside its description', { error: 'e', error_description: 'd' }, 'e'],
    ['not an error without a description', { error: 'e' }, null],
    ['not a number', { message: 'x', code: 7 }, null],
  ])('is %s', (_what, body, code) => {
    expect(read(body).code).toBe(code);
  });

  it.each<[string, string | null]>([
    ['Bearer error="invalid_token"', 'invalid_token'],
    ['bearer ERROR=invalid_token', 'invalid_token'],
    ['Bearer realm="a, b", error="x"', 'x'],
    ['Bearer realm="error=no", error = "x"', 'x'],
    ['Basic realm="a", Bearer error="x"', 'x'],
    ['Bearer', null],
    ['Bearer error=""', null],
    ['Bearer error_description="x"', null],
    ['Basic error="x"', null],
    ['NotBearer error="x"', null],
  ])('in the challenge %s is %s', (challenge, code) => {
    expect(read(undefined, '', { 'WWW-Authenticate': challenge }).code).toBe(code);
    expect(read({ data: 1 }, 'application/json', { 'WWW-Authenticate': challenge }).code).toBe(code);
  });
});

describe('the message', () => {
  it('is cut after 2,000 characters', () => {
    expect(read({ message: 'x'.repeat(5_000) }).message).toHaveLength(2_000);
    expect(read({ message: 'x'.repeat(2_000) }).message).toHaveLength(2_000);
  });

  it('is cut, and so is the code', () => {
    expect(read({ message: 'x', code: 'y'.repeat(5_000) }).code).toHaveLength(2_000);
  });

  it('is not trimmed, and is null when blank', () => {
    expect(read({ message: ' x ' }).message).toBe(' x ');
    expect(read({ message: ' \n' }).message).toBeNull();
  });

  it('of RFC 9457 is the detail, else the title', () => {
    expect(read({ title: 't', detail: 'd' }, 'application/problem+json').message).toBe('d');
    expect(read({ title: 't', detail: 3 }, 'application/problem+json').message).toBe('t');
  });
});
