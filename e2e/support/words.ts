import { parse, type Token } from '@messageformat/parser';
import { type Catalogue, flatten, readCatalogue } from '../../build-plugins/words/catalogues.ts';
import { evaluate } from '../../build-plugins/words/compile.ts';
import { formattingTag, type LanguageCode } from '../../src/i18n/languages.ts';
import type { InsideWords } from '../../src/i18n/words/inside.ts';
import type { StartWords } from '../../src/i18n/words/start.ts';
import { test } from './test.ts';

export type Words = StartWords & InsideWords;

const known = new Map<string, Words>();

/** What the app says in the language of this test's browser, from its catalogues: `words().signIn.sendCode`. */
export function words(): Words {
  const locale = localeOfTest();
  return wordsOf(languageOfTest(), formattingTag(languageOfTest(), [locale]));
}

/** What the app says in one language, with numbers by a tag (BCP 47) of it. */
export function wordsOf(code: LanguageCode, tag: string = code): Words {
  const found = known.get(tag) ?? (evaluate(code, catalogueOf(code), tag) as Words);
  known.set(tag, found);
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

export function languageOfTest(): LanguageCode {
  return localeOfTest().slice(0, 2) as LanguageCode;
}

/** The language of the browser of this test, as its page was opened with it (see test.ts). */
function localeOfTest(): string {
  return test.info().annotations.findLast(({ type }) => type === 'locale')?.description ?? 'en';
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
