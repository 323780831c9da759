import { inspectCatalogue } from '../../src/i18n/catalogue-faults.test-helper.ts';
import { allMessages } from '../../src/i18n/catalogues.test-helper.ts';
import type { LanguageCode } from '../../src/i18n/languages.ts';
import type { SignedInMessages } from '../../src/i18n/locale.ts';
import { createLocaleFormat } from '../../src/i18n/locale-format.ts';
import { test } from './test.ts';

export type { SignedInMessages };

/** The messages in the language of this test's browser, from the catalogues: `messages().signIn.sendCode`. */
export function messages(): SignedInMessages {
  return messagesOf(languageOfTest(), localeOfTest());
}

/** The messages of one language, formatted for a BCP 47 tag. */
export function messagesOf(code: LanguageCode, tag: string = code): SignedInMessages {
  return allMessages(
    code,
    createLocaleFormat(code, () => [tag]),
  );
}

/**
 * A pattern that a message matches with any values: `messagePattern('unlock.states.opened')` is /Opened at .+?\./
 * in English.
 */
export function messagePattern(path: string): RegExp {
  const code = languageOfTest();
  const facts = inspectCatalogue((format) => allMessages(code, format)).get(path);
  if (!facts) throw new Error(`no message has the path ${path}`);
  const patterns = facts.texts.map((text) =>
    text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\\\{\w+(, number)?\\\}/g, '.+?'),
  );
  return new RegExp(`(?:${patterns.join('|')})`);
}

export function languageOfTest(): LanguageCode {
  return localeOfTest().slice(0, 2) as LanguageCode;
}

/** The locale of this test's page (see test.ts). */
function localeOfTest(): string {
  return test.info().annotations.findLast(({ type }) => type === 'locale')?.description ?? 'en';
}
