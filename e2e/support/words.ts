import { parse, type Token } from '@messageformat/parser';
import { type Catalogue, flatten, type LanguageCode, readCatalogue } from '../../build-plugins/words/catalogues.ts';
import { evaluate } from '../../build-plugins/words/compile.ts';
import type { InsideWords } from '../../src/i18n/words/inside.ts';
import type { StartWords } from '../../src/i18n/words/start.ts';
import { test } from './test.ts';

export type Words = StartWords & InsideWords;

const known = new Map<string, Words>();

/** What the app says in the language of this test's browser, from its catalogues: `words().signIn.sendCode`. */
export function words(): Words {
  return wordsOf(languageOfTest());
}

/** What the app says in one language. */
export function wordsOf(code: LanguageCode): Words {
  const found = known.get(code) ?? (evaluate(code, catalogueOf(code)) as Words);
  known.set(code, found);
  return found;
}

/**
 * The pattern of a message whatever its values are: `said('unlock.states.opened')` is /Opened at .+\./ in English. Its
 * own words are matched exactly.
 */
export function said(path: string): RegExp {
  const message = new Map(flatten(catalogueOf(languageOfTest()))).get(path);
  if (message === undefined) throw new Error(`no message is called ${path}`);
  return new RegExp(patternOf(parse(message)));
}

/** The language of the browser of this test; what its page was opened with (see test.ts). */
export function languageOfTest(): LanguageCode {
  const locale = test.info().annotations.findLast(({ type }) => type === 'locale')?.description ?? 'en';
  return locale.slice(0, 2) as LanguageCode;
}

function catalogueOf(code: LanguageCode): Catalogue {
  return { ...readCatalogue(code, 'start'), ...readCatalogue(code, 'inside') };
}

function patternOf(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'content') return token.value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      if (!('cases' in token)) return '.+?';
      return `(?:${token.cases.map(({ tokens: inner }) => patternOf(inner)).join('|')})`;
    })
    .join('');
}
