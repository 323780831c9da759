export * from './country-name.ts';
export * from './dates.ts';
export { amount, countdown, duration } from './format.ts';
export * from './languages.ts';
export {
  getLocale,
  getSignedInMessages,
  loadSignedInMessages,
  type Messages,
  type SignedInMessages,
  setLocale,
  useLocale,
  useMessages,
  useSignedInMessages,
} from './locale.ts';
export { setLocalePreferences } from './locale-preferences.ts';
