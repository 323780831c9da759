import { areaOf, routes, withoutSlash } from '#routes';
import { type LanguageCode, pickLanguage } from '../i18n/languages.ts';

/** What to show until the app has loaded: the prerendered sign-in, a placeholder of the signed-in pages, or nothing. */
export type Start = 'sign-in' | 'signed-in' | 'other';

/** The paths of the files that a start loads besides the entry. */
export type StartFiles = {
  /** For every start. */
  readonly start: Readonly<Record<LanguageCode, readonly string[]>>;
  /** The signed-in pages, for every language. */
  readonly pages: readonly string[];
  /** The messages of the signed-in pages. */
  readonly signedIn: Readonly<Record<LanguageCode, readonly string[]>>;
};

/** Predicts the page that app/session-redirect.ts will redirect to. */
export function pickStart(isSignedIn: boolean, path: string): Start {
  const area = areaOf(path);
  if (isSignedIn) return area === 'public' || area === 'unknown' ? 'other' : 'signed-in';
  // Only the first step of sign-in is prerendered.
  const isFirstStep = area === 'sign-in' && withoutSlash(path) === routes.phone;
  return area === 'start' || area === 'signed-in' || isFirstStep ? 'sign-in' : 'other';
}

/** The files to preload in parallel with the entry. `chosen` is the stored language, `preferred` the browser's (BCP 47). */
export function filesFor(files: StartFiles, isSignedIn: boolean, chosen: unknown, preferred: readonly string[]) {
  const code = pickLanguage(Object.keys(files.start) as LanguageCode[], chosen, preferred);
  return [...files.start[code], ...(isSignedIn ? [...files.pages, ...files.signedIn[code]] : [])];
}
