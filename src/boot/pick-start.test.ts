import { describe, expect, it } from 'vitest';
import { ALL_LANGUAGES, type LanguageCode } from '../i18n/languages.ts';
import { filesFor, pickStart, type StartFiles } from './pick-start.ts';

describe('what shows before the app has come', () => {
  it.each([
    ['/', 'sign-in'],
    ['/sign-in', 'sign-in'],
    ['/doors', 'sign-in'],
    ['/doors/u1', 'sign-in'],
    ['/activity', 'sign-in'],
    ['/sign-in/code', 'other'],
    ['/help', 'other'],
    ['/doorsteps', 'other'],
  ])('to somebody who is not signed in, at %s, is %s', (path, shows) => {
    expect(pickStart(false, path)).toBe(shows);
  });

  it.each([
    ['/', 'inside'],
    ['/sign-in', 'inside'],
    ['/sign-in/code', 'inside'],
    ['/doors', 'inside'],
    ['/doors/u1', 'inside'],
    ['/activity', 'inside'],
    ['/help', 'other'],
    ['/nowhere', 'other'],
  ])('to somebody who is signed in, at %s, is %s', (path, shows) => {
    expect(pickStart(true, path)).toBe(shows);
  });
});

describe('what a start fetches beside the entry', () => {
  const each = (catalogue: string) =>
    Object.fromEntries(ALL_LANGUAGES.map((code) => [code, [`${catalogue}-${code}`]])) as Record<LanguageCode, string[]>;
  const files: StartFiles = { start: each('start'), pages: ['pages'], inside: each('inside') };

  it('is one language and nothing else before sign-in', () => {
    expect(filesFor(files, false, null, ['es-MX', 'en'])).toEqual(['start-es']);
  });

  it('is the language that was chosen', () => {
    expect(filesFor(files, false, 'en', ['es'])).toEqual(['start-en']);
  });

  it('is the pages behind sign-in as well, for whoever is signed in', () => {
    expect(filesFor(files, true, null, ['en-US'])).toEqual(['start-en', 'pages', 'inside-en']);
  });
});
