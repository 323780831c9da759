import MessageFormat from '@messageformat/core';
import compileModule from '@messageformat/core/compile-module.js';
import { plural, select } from '@messageformat/runtime';
import { argumentsOf, type Bundle, type Catalogue, flatten } from './catalogues.ts';

/**
 * One bundle of a language as a JavaScript module. A message without arguments becomes a string, one with arguments a
 * function; what they need at run time is handed in, so that a language's file holds its words and nothing else.
 */
export function moduleOf(language: string, catalogue: Catalogue): string {
  const compiled = compileModule(new MessageFormat(language), catalogue);
  const body = compiled
    .replace(/^import .*;\n/gm, '')
    .replace('export default ', '')
    .replace(/: \(\) => ("(?:[^"\\]|\\.)*")/g, ': $1');
  if (/\bimport\b.* from /.test(body)) throw new Error('the message compiler writes its imports in another way');
  return `export default ({ number, strictNumber, plural, select, cardinal: ${language} }) => (${body});\n`;
}

/**
 * The same words for a test that runs outside of a bundler: what `moduleOf` gives, put together.
 *
 * @param tag BCP 47, by which numbers are formatted
 */
export function evaluate(language: string, catalogue: Catalogue, tag = language): unknown {
  const source = moduleOf(language, catalogue).replace('export default', 'return');
  const rules = new Intl.PluralRules(language);
  const digits = new Intl.NumberFormat(tag);
  const number = (_language: string, value: number, offset: number) => digits.format(value - offset);
  const runtime = { number, strictNumber: number, plural, select, cardinal: (value: number) => rules.select(value) };
  return new Function(source)()(runtime);
}

/** The TypeScript type of a bundle's messages, from the source language; what `npm run words:types` writes. */
export function typesOf(bundle: Bundle, catalogue: Catalogue): string {
  const name = `${bundle.charAt(0).toUpperCase()}${bundle.slice(1)}Words`;
  const count = flatten(catalogue).length;
  const head = `/* ${count} messages; written by "npm run words:types" from src/i18n/messages/en. */`;
  return `${head}\n\nexport type ${name} = ${typeOf(catalogue, '')};\n`;
}

function typeOf(value: string | Catalogue, indent: string): string {
  if (typeof value === 'string') {
    const taken = argumentsOf(value).map(
      ({ name, type }) =>
        `readonly ${name}: ${typeof type === 'string' ? type : type.map((word) => `'${word}'`).join(' | ')}`,
    );
    return taken.length === 0 ? 'string' : `(values: { ${taken.join('; ')} }) => string`;
  }
  const inner = Object.entries(value).map(
    ([key, more]) => `${indent}  readonly ${/^\w+$/.test(key) ? key : `'${key}'`}: ${typeOf(more, `${indent}  `)};\n`,
  );
  return `{\n${inner.join('')}${indent}}`;
}
