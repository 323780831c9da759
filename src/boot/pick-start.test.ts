import { describe, expect, it } from 'vitest';
import { ALL_LANGUAGES, type LanguageCode } from '../i18n/languages.ts';
import { filesFor, pickStart, type StartFiles } from './pick-start.ts';

describe('the page shown until the app has loaded', () => {
  it.each([
    ['/', 'sign-in'],
    ['/sign-in', 'sign-in'],
    ['/doors', 'sign-in'],
    ['/doors/u1', 'sign-in'],
    ['/activity', 'sign-in'],
    ['/sign-in/code', 'other'],
    ['/help', 'other'],
    ['/doorsteps', 'other'],
  ])('for a signed-out person at %s is %s', (path, shows) => {
    expect(pickStart(false, path)).toBe(shows);
  });

  it.each([
    ['/', 'signed-in'],
    ['/sign-in', 'signed-in'],
    ['/sign-in/code', 'signed-in'],
    ['/doors', 'signed-in'],
    ['/doors/u1', 'signed-in'],
    ['/activity', 'signed-in'],
    ['/help', 'other'],
    ['/nowhere', 'other'],
  ])('for a signed-in person at %s is %s', (path, shows) => {
    expect(pickStart(true, path)).toBe(shows);
  });
});

describe('the files preloaded with the entry', () => {
  const each = (catalogue: string) =>
    Object.fromEntries(ALL_LANGUAGES.map((code) => [code, [`${catalogue}-${code}`]])) as Record<LanguageCode, string[]>;
  const files: StartFiles = { start: each('start'), pages: ['pages'], signedIn: each('signed-in') };

  it('are one language and nothing else before sign-in', () => {
    expect(filesFor(files, false, null, ['es-MX', 'en'])).toEqual(['start-es']);
  });

  it('are those of the chosen language', () => {
    expect(filesFor(files, false, 'en', ['es'])).toEqual(['start-en']);
  });

  it('include the signed-in pages for a signed-in person', () => {
    expect(filesFor(files, true, null, ['en-US'])).toEqual(['start-en', 'pages', 'signed-in-en']);
  });
});
