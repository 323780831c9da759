// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { ALL_LANGUAGES, formattingTag, pickLanguage } from './languages.ts';
import {
  getLocale,
  getSignedInMessages,
  loadSignedInMessages,
  setLocale,
  useMessages,
  useSignedInMessages,
} from './locale.ts';

afterEach(async () => {
  cleanup();
  await setLocale('en');
});

function Sentences() {
  return (
    <p>
      {useMessages().app.help} {useSignedInMessages().doors.count({ count: 2 })}
    </p>
  );
}

describe('the language of the page', () => {
  it('is in the lang and dir of the document', async () => {
    await setLocale('ar');
    expect(document.documentElement).toMatchObject({ lang: 'ar', dir: 'rtl' });
    await setLocale('fr');
    expect(document.documentElement).toMatchObject({ lang: 'fr', dir: 'ltr' });
  });

  it('changes the text on screen and keeps the elements', async () => {
    render(<Sentences />);
    const before = screen.getByText('Help 2 doors');
    await act(() => setLocale('es'));
    expect(screen.getByText('Ayuda 2 puertas')).toBe(before);
  });

  it('is the one that was set last, in whatever order the catalogues arrive', async () => {
    await Promise.all([setLocale('es'), setLocale('ar'), setLocale('fr')]);
    expect(getLocale().code).toBe('fr');
  });

  it('loads the messages of the pages after sign-in too, once they were needed', async () => {
    await loadSignedInMessages();
    await setLocale('es');
    expect(getSignedInMessages().doors.title).toBe('Sus puertas');
    expect(getSignedInMessages().app.help).toBe(getLocale().messages.app.help);
  });
});

describe('the language that is picked', () => {
  it.each([
    ['the one chosen before', ALL_LANGUAGES, 'fr', ['es-MX'], 'fr'],
    ['not one that is no longer offered', ['en', 'es'], 'fr', ['fr-FR', 'es-MX'], 'es'],
    ['not an unknown one', ALL_LANGUAGES, 'tlh', ['ar'], 'ar'],
    ['the browser’s first that is offered', ALL_LANGUAGES, null, ['de', 'es-419', 'en'], 'es'],
    ['the operator’s first, where the browser’s are not offered', ['es', 'en'], null, ['de', 'nl'], 'es'],
    ['English when the operator offers none', [], null, ['de'], 'en'],
  ] as const)('is %s', (_which, offered, chosen, preferred, expected) => {
    expect(pickLanguage(offered, chosen, preferred)).toBe(expected);
  });
});

describe('the tag that numbers and dates are formatted by', () => {
  it.each([
    ['en', ['es', 'en-GB'], 'en-GB-u-nu-latn'],
    ['es', ['en'], 'es-u-nu-latn'],
    ['fr', ['fr_FR'], 'fr'],
  ] as const)('is, for %s and the browser languages %j, %s', (code, preferred, tag) => {
    expect(formattingTag(code, preferred)).toBe(tag);
  });
});
