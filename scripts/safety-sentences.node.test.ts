import { expect, it } from 'vitest';
import { SAFETY_SENTENCES } from '../e2e/support/safety-sentences.ts';
import { inspectCatalogue } from '../src/i18n/catalogue-faults.test-helper.ts';
import { CATALOGUES } from '../src/i18n/catalogues.test-helper.ts';
import { ALL_LANGUAGES } from '../src/i18n/languages.ts';

it.each(ALL_LANGUAGES)('the catalogue of %s has the hand-written sentences about whether a door moved', (language) => {
  const { opened, 'opened at 6:07': _, over, listed, ...sentences } = SAFETY_SENTENCES[language];
  const messages = inspectCatalogue(CATALOGUES[language].signedIn);
  // Treats no-break spaces as spaces, as end-to-end tests do.
  const textOf = (path: string) => messages.get(path)?.texts[0]?.replace(/\s/g, ' ');
  const inCatalogue = (path: string, kinds: object) =>
    Object.fromEntries(Object.keys(kinds).map((kind) => [kind, textOf(`${path}.${kind}`)]));
  expect(inCatalogue('unlock.states', sentences)).toEqual(sentences);
  expect(inCatalogue('activityPage.outcomes', listed)).toEqual(listed);
  expect(textOf('unlock.states.opened')?.startsWith(opened)).toBe(true);
  expect(textOf('unlock.states.relayEnded')?.startsWith(opened)).toBe(true);
  expect(textOf('unlock.states.relayEnded')?.endsWith(over)).toBe(true);
});
