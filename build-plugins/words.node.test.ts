import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ALL_LANGUAGES, type LanguageCode } from '../src/i18n/languages.ts';
import { argumentsOf, BUNDLES, type Bundle, catalogueFiles, flatten, readCatalogue } from './words/catalogues.ts';
import { faultsOf } from './words/check.ts';
import { evaluate, moduleOf, typesOf } from './words/compile.ts';
import { words } from './words.ts';

const bundles = Object.keys(BUNDLES) as Bundle[];
const src = join(import.meta.dirname, '../src');

describe('the catalogues', () => {
  it.each(ALL_LANGUAGES)('say everything in %s', (language) => {
    for (const bundle of bundles) {
      expect(faultsOf(language, readCatalogue(language, bundle), readCatalogue('en', bundle))).toEqual([]);
    }
  });

  it('are all of the files there are', () => {
    expect(catalogueFiles()).toHaveLength(ALL_LANGUAGES.length * Object.values(BUNDLES).flat().length);
  });

  it.each(bundles)('have their types in the code: %s', (bundle) => {
    const written = readFileSync(join(src, `i18n/words/${bundle}.ts`), 'utf8');
    expect(written, 'run "npm run words:types"').toBe(typesOf(bundle, readCatalogue('en', bundle)));
  });

  it('let the Open button be called by the word that stands on it', () => {
    for (const language of ALL_LANGUAGES) {
      const inside = new Map(flatten(readCatalogue(language, 'inside')));
      const [shown, name] = [inside.get('unlock.open') ?? '-', inside.get('unlock.openDoor') ?? ''];
      expect(name.startsWith(`${shown} `), language).toBe(true);
    }
  });
});

describe('a translation', () => {
  const source = { a: { one: 'Call {number}', many: '{count, plural, one {# door} other {# doors}}', plain: 'Open' } };
  const good = { one: 'Llamar a {number}', many: '{count, plural, one {#} many {#} other {#}}', plain: 'Abrir' };
  const faults = (language: LanguageCode, more: object) => faultsOf(language, { a: { ...good, ...more } }, source);

  it('is good when it says the same with the same values', () => {
    expect(faults('es', {})).toEqual([]);
  });

  it.each([
    ['a message is empty', { plain: ' ' }, 'es: a.plain is missing'],
    ['a value is forgotten', { one: 'Llamar' }, 'es: a.one takes nothing, and should take {number: string}'],
    ['a value is renamed', { one: '{phone}' }, 'es: a.one takes {phone: string}, and should take {number: string}'],
    ['a value appears', { plain: 'Abrir {x}' }, 'es: a.plain takes {x: string}, and should take nothing'],
    [
      'a plural form is missing',
      { many: '{count, plural, one {#} other {#}}' },
      'es: a.many lacks the plural form many',
    ],
    ['a message is left over', { more: 'x' }, 'es: a.more is no message of the app'],
  ])('is refused when %s', (_why, more, fault) => {
    expect(faults('es', more)).toEqual([fault]);
  });

  it('is refused when it cannot be read', () => {
    expect(faults('es', { one: '{number' })[0]).toMatch(/^es: a\.one is not ICU MessageFormat: /);
  });

  it('is refused when a message is missing', () => {
    expect(faultsOf('es', { a: { one: good.one, many: good.many } }, source)).toEqual(['es: a.plain is missing']);
  });

  it('isolates what it puts in where it is written from the right', () => {
    const many = '{count, plural, zero {#} one {#} two {#} few {#} many {#} other {#}}';
    expect(faults('ar', { many, one: 'x {number}' })).toEqual([
      'ar: a.one leaves {number} without bidi isolates around it',
    ]);
    expect(faults('ar', { many, one: 'x \u2066{number}\u2069' })).toEqual([]);
  });
});

describe('the compiler', () => {
  const messages = {
    a: { plain: 'It’s "so"', from: 'From {name}', count: '{n, plural, one {# door} other {# doors}}' },
  };

  it('makes texts of what takes nothing, and functions of the rest', () => {
    const compiled = new Function(
      `return ${moduleOf('en', messages).replace('export default ', '').replace(/;\s*$/, '')}`,
    )();
    const number = (_language: string, value: number) => `<${value}>`;
    const plural = (value: number, _offset: number, cardinal: (n: number) => string, forms: Record<string, string>) =>
      forms[cardinal(value)];
    const { a } = compiled({
      number,
      strictNumber: number,
      plural,
      cardinal: (n: number) => (n === 1 ? 'one' : 'other'),
    });
    expect(a.plain).toBe('It’s "so"');
    expect(a.from({ name: 'Ada' })).toBe('From Ada');
    expect([a.count({ n: 1 }), a.count({ n: 2 })]).toEqual(['<1> door', '<2> doors']);
  });

  it('gives tests the same', () => {
    const { a } = evaluate('en', messages, 'en-GB') as {
      a: { plain: string; count: (values: { n: number }) => string };
    };
    expect([a.plain, a.count({ n: 1000 })]).toEqual(['It’s "so"', '1,000 doors']);
  });

  it('knows what a message takes', () => {
    expect(argumentsOf('{n, plural, other {{who} {n}}} {mode, select, a {x} b {y} other {z}}')).toEqual([
      { name: 'n', type: 'number' },
      { name: 'who', type: 'string' },
      { name: 'mode', type: ['a', 'b'] },
    ]);
  });
});

describe('the plugin', () => {
  const plugin = words() as unknown as {
    resolveId(id: string): string | null;
    load(this: { addWatchFile(file: string): void }, id: string): string | null;
  };

  it('serves one bundle in one language, and is told when a catalogue changes', () => {
    const watched: string[] = [];
    const load = (id: string) => plugin.load.call({ addWatchFile: (file) => void watched.push(file) }, id);
    expect(load(plugin.resolveId('virtual:words/start/es') ?? '')).toContain('Enviar código');
    expect(watched).toHaveLength(catalogueFiles().length);
    expect(plugin.resolveId('react')).toBeNull();
    expect(load('virtual:words/start/es')).toBeNull();
  });
});
