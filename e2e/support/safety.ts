import { languageOfTest } from './messages.ts';
import { SAFETY_SENTENCES } from './safety-sentences.ts';

/** What is said of a door, in the language of this test's browser. */
export function safety() {
  return SAFETY_SENTENCES[languageOfTest()];
}
