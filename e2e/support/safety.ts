import { languageOfTest } from './messages.ts';
import { SAFETY_SENTENCES } from './safety-sentences.ts';

/** The messages on whether a door moved, in the language of this test's browser. */
export function safety() {
  return SAFETY_SENTENCES[languageOfTest()];
}
