import { describe, expect, it } from 'vitest';
import { catalogueFaults, inspectCatalogue } from './catalogue-faults.test-helper.ts';
import { allMessages, CATALOGUES } from './catalogues.test-helper.ts';
import { ALL_LANGUAGES, type LanguageCode } from './languages.ts';
import { loadBaseCatalogue, loadSignedInCatalogue } from './load-catalogue.ts';
import { createLocaleFormat, type MessageFormat } from './locale-format.ts';

const formatOf = (code: LanguageCode, tag: string = code) => createLocaleFormat(code, () => [tag]);

describe('the catalogues', () => {
  it.each(ALL_LANGUAGES)('have every message in %s', (language) => {
    const { base, signedIn } = CATALOGUES[language];
    expect(catalogueFaults(language, base, CATALOGUES.en.base)).toEqual([]);
    expect(catalogueFaults(language, signedIn, CATALOGUES.en.signedIn)).toEqual([]);
  });

  it('are the files in the folder', () => {
    expect(Object.keys(import.meta.glob('./catalogues/**/*.ts'))).toHaveLength(ALL_LANGUAGES.length * 2);
  });

  it.each(ALL_LANGUAGES)('are loaded in %s', async (language) => {
    expect(await loadBaseCatalogue(language)).toBe(CATALOGUES[language].base);
    expect(await loadSignedInCatalogue(language)).toBe(CATALOGUES[language].signedIn);
  });

  it.each(ALL_LANGUAGES)('begin the label of the Open button with its visible text in %s', (language) => {
    const { open, openDoor } = allMessages(language, formatOf(language)).unlock;
    expect(openDoor({ name: 'Gate' }).startsWith(`${open} `)).toBe(true);
  });
});

describe('plurals', () => {
  const samples: Readonly<Record<LanguageCode, readonly (readonly [count: number, text: string])[]>> = {
    en: [
      [0, '# doors'],
      [1, '# door'],
      [1000, '# doors'],
    ],
    es: [
      [0, '# puertas'],
      [1, '# puerta'],
      [1_000_000, '# de puertas'],
    ],
    fr: [
      [0, '# porte'],
      [1, '# porte'],
      [2, '# portes'],
      [1_000_000, '# de portes'],
    ],
    ar: [
      [0, 'لا أبواب'],
      [1, 'باب واحد'],
      [2, 'بابان'],
      [3, '# أبواب'],
      [11, '# بابًا'],
      [100, '# باب'],
    ],
  };

  it.each(ALL_LANGUAGES)('have a form for every plural category of %s', (language) => {
    const { doors } = allMessages(language, formatOf(language));
    const digits = new Intl.NumberFormat(language);
    for (const [count, text] of samples[language])
      expect(doors.count({ count })).toBe(text.replace('#', digits.format(count)));
    const rules = new Intl.PluralRules(language);
    const covered = new Set(samples[language].map(([count]) => rules.select(count)));
    expect([...covered].sort()).toEqual([...rules.resolvedOptions().pluralCategories].sort());
  });

  it.each(ALL_LANGUAGES)('have a text without a number for no results in %s', (language) => {
    const { found } = allMessages(language, formatOf(language)).doors;
    expect(found({ count: 0, total: 5 })).not.toMatch(/\p{Nd}/u);
    expect(found({ count: 3, total: 5 })).toContain(new Intl.NumberFormat(language).format(5));
  });

  it('format numbers by the browser’s tag', () => {
    expect(allMessages('en', formatOf('en', 'en-GB')).doors.count({ count: 1000 })).toBe('1,000 doors');
    expect(allMessages('es', formatOf('es', 'es-MX')).doors.count({ count: 1000 })).toBe('1,000 puertas');
  });
});

describe('a translation', () => {
  type Values = { readonly number: string };
  const english = (format: MessageFormat) => ({
    a: {
      one: ({ number }: Values) => `Call ${number}`,
      many: ({ count }: { count: number }) =>
        format.plural(count, { one: `${format.number(count)} door`, other: `${format.number(count)} doors` }),
      plain: 'Open',
    },
  });
  const good = (format: MessageFormat) => ({
    one: ({ number }: Values) => `Llamar a ${number}`,
    many: ({ count }: { count: number }) =>
      format.plural(count, { one: format.number(count), many: 'x', other: format.number(count) }),
    plain: 'Abrir',
  });
  const faults = (language: LanguageCode, more: object | ((format: MessageFormat) => object)) =>
    catalogueFaults(
      language,
      (format) => ({ a: { ...good(format), ...(typeof more === 'function' ? more(format) : more) } }),
      english,
    );

  it('is accepted with the same messages and values', () => {
    expect(faults('es', {})).toEqual([]);
  });

  it.each([
    ['a message is empty', { plain: ' ' }, 'es: a.plain is missing'],
    ['a value is forgotten', { one: 'Llamar' }, 'es: a.one takes nothing, and should take {number: string}'],
    [
      'a value is renamed',
      { one: ({ phone }: { phone: string }) => phone },
      'es: a.one takes {phone: string}, and should take {number: string}',
    ],
    [
      'there is an extra value',
      { plain: ({ x }: { x: string }) => `Abrir ${x}` },
      'es: a.plain takes {x: string}, and should take nothing',
    ],
    [
      'a plural form is missing',
      ({ plural }: MessageFormat) => ({
        many: ({ count }: { count: number }) => plural(count, { one: 'x', other: 'x' }),
      }),
      'es: a.many lacks the plural form many',
    ],
    [
      'a plural has become one text',
      ({ number }: MessageFormat) => ({ many: ({ count }: { count: number }) => number(count) }),
      'es: a.many has no plural forms',
    ],
    ['there is an extra message', { more: 'x' }, 'es: a.more is no message of the app'],
  ])('is rejected when %s', (_why, more, fault) => {
    expect(faults('es', more)).toEqual([fault]);
  });

  it('is rejected when a message is missing', () => {
    const incomplete = (format: MessageFormat) => {
      const { plain: _, ...others } = good(format);
      return { a: others };
    };
    expect(catalogueFaults('es', incomplete, english)).toEqual(['es: a.plain is missing']);
  });

  it('needs bidi isolates around its values in a right-to-left language', () => {
    const many =
      ({ plural }: MessageFormat) =>
      ({ count }: { count: number }) =>
        plural(count, { zero: 'x', one: 'x', two: 'x', few: 'x', many: 'x', other: 'x' });
    const arabic = (one: (values: Values) => string) =>
      faults('ar', (format: MessageFormat) => ({ many: many(format), one }));
    expect(arabic(({ number }) => `x ${number}`)).toEqual([
      'ar: a.one leaves {number} without bidi isolates around it',
    ]);
    expect(arabic(({ number }) => `x \u2066${number}\u2069`)).toEqual([]);
  });
});

describe('the facts of a message', () => {
  const facts = (message: (format: MessageFormat) => unknown) =>
    inspectCatalogue((format) => ({ m: message(format) })).get('m');

  it('are its texts, its values and the categories of its plurals', () => {
    expect(facts(() => 'It’s "so"')).toEqual({ texts: ['It’s "so"'], values: '', plurals: [] });
    const described = facts(
      ({ number, plural }) =>
        ({ n, who }: { n: number; who: string }) =>
          plural(n, { one: `${who} ${number(n)}`, other: who }),
    );
    expect(described).toMatchObject({ texts: ['{who}', '{who} {n, number}'], values: '{n: number} {who: string}' });
    expect(described?.plurals[0]).toEqual(['one', 'other']);
  });
});
