export * from './country-name.ts';
export * from './dates.ts';
export { amount, countdown, duration } from './format.ts';
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
export { configureLocale } from './locale.ts';
export type { StartWords } from './words/start.ts';
