import { parse, type Token } from '@messageformat/parser';
import { LANGUAGES, type LanguageCode } from '../../src/i18n/languages.ts';
import { argumentsOf, type Catalogue, flatten } from './catalogues.ts';

const ISOLATED = /[\u2066\u2067\u2068]$/;
const END = /^\u2069/;

/**
 * What is wrong with a translation, one sentence each; empty when nothing is. A message that is missing, or left over,
 * or empty, that takes other arguments than the source does, or that lacks a plural form of its language.
 */
export function faultsOf(language: LanguageCode, catalogue: Catalogue, source: Catalogue): string[] {
  const own = new Map(flatten(catalogue));
  const expected = new Map(flatten(source));
  const faults = [...own.keys()].filter((key) => !expected.has(key)).map((key) => `${key} is no message of the app`);
  for (const [key, original] of expected) {
    const message = own.get(key);
    if (message === undefined || message.trim() === '') faults.push(`${key} is missing`);
    else faults.push(...messageFaults(language, message, original).map((fault) => `${key} ${fault}`));
  }
  return faults.map((fault) => `${language}: ${fault}`);
}

function messageFaults(language: LanguageCode, message: string, original: string): string[] {
  let tokens: readonly Token[];
  try {
    tokens = parse(message);
  } catch (error) {
    return [`is not ICU MessageFormat: ${error instanceof Error ? error.message.split('\n')[0] : error}`];
  }
  const faults: string[] = [];
  const [takes, shouldTake] = [describe(message), describe(original)];
  if (takes !== shouldTake) faults.push(`takes ${takes || 'nothing'}, and should take ${shouldTake || 'nothing'}`);
  faults.push(...pluralFaults(language, tokens));
  // A value that is put in needs isolates around it there, so that a Latin name does not break the line.
  if (LANGUAGES[language].direction === 'rtl') faults.push(...isolationFaults(tokens));
  return faults;
}

function describe(message: string): string {
  return argumentsOf(message)
    .map(({ name, type }) => `{${name}: ${typeof type === 'string' ? type : [...type].sort().join('|')}}`)
    .sort()
    .join(' ');
}

function pluralFaults(language: LanguageCode, tokens: readonly Token[]): string[] {
  const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  return tokens.flatMap((token) => {
    if (!('cases' in token)) return [];
    const keys = token.cases.map(({ key }) => key);
    const missing = token.type === 'plural' ? needed.filter((category) => !keys.includes(category)) : [];
    const inner = token.cases.flatMap(({ tokens: more }) => pluralFaults(language, more));
    // `=0` beside `other` alone is a choice of two sentences; a plural has more than one form.
    const isChoice = keys.every((key) => key === 'other' || key.startsWith('='));
    return missing.length > 0 && !isChoice ? [`lacks the plural form ${missing.join(', ')}`, ...inner] : inner;
  });
}

function isolationFaults(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token, at) => {
    if ('cases' in token) return token.cases.flatMap(({ tokens: inner }) => isolationFaults(inner));
    if (token.type !== 'argument') return [];
    const [before, after] = [tokens[at - 1], tokens[at + 1]];
    const isIsolated =
      before?.type === 'content' && ISOLATED.test(before.value) && after?.type === 'content' && END.test(after.value);
    return isIsolated ? [] : [`leaves {${token.arg}} without bidi isolates around it`];
  });
}
