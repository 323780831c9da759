export * from './dates.ts';
export { amount, countdown, countryName, duration } from './format.ts';
export {
  language,
  needWordsInside,
  speak,
  useLanguage,
  useWords,
  useWordsInside,
  type Words,
  wordsNow,
} from './language.ts';
export * from './languages.ts';
export type { StartWords } from './words/start.ts';
