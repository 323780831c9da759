import { expect, it } from 'vitest';
import { flatten, readCatalogue } from '../build-plugins/words/catalogues.ts';
import { SAFETY_SENTENCES } from '../e2e/support/safety-sentences.ts';
import { ALL_LANGUAGES } from '../src/i18n/languages.ts';

it.each(ALL_LANGUAGES)('whether a door moved is told in %s in the words that were written by hand', (language) => {
  const { opened, 'opened at 6:07': _, listed, ...sentences } = SAFETY_SENTENCES[language];
  // Spaces that hold a line together are spaces here, as they are where a flow reads the screen.
  const messages = flatten(readCatalogue(language, 'inside'));
  const catalogue = new Map(messages.map(([path, message]) => [path, message.replace(/\s/g, ' ')]));
  const inCatalogue = (section: string, kinds: object) =>
    Object.fromEntries(Object.keys(kinds).map((kind) => [kind, catalogue.get(`${section}.${kind}`)]));
  expect(inCatalogue('unlock.states', sentences)).toEqual(sentences);
  expect(inCatalogue('activityPage.outcomes', listed)).toEqual(listed);
  expect(catalogue.get('unlock.states.opened')?.startsWith(opened)).toBe(true);
});
