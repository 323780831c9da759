import { areaOf, routes, withoutSlash } from '#routes';
import { type LanguageCode, pickLanguage } from '../i18n/languages.ts';

/** What to show before the app has come: the prerendered sign-in, the frame of the pages behind it, or nothing yet. */
export type Start = 'sign-in' | 'inside' | 'other';

/** The files that a start will ask for, by what it needs: addresses. */
export type StartFiles = {
  readonly start: Readonly<Record<LanguageCode, readonly string[]>>;
  /** The pages behind sign-in, in whatever language. */
  readonly pages: readonly string[];
  readonly inside: Readonly<Record<LanguageCode, readonly string[]>>;
};

/**
 * The guard's answer, given early: whoever is signed in gets to the pages behind sign-in from the doorstep too, and
 * whoever is not is asked to sign in wherever they wanted to go.
 */
export function pickStart(isSignedIn: boolean, path: string): Start {
  const area = areaOf(path);
  if (isSignedIn) return area === 'public' || area === 'unknown' ? 'other' : 'inside';
  // Of the steps of signing in only the first is prerendered.
  const isFirstStep = area === 'sign-in' && withoutSlash(path) === routes.phone;
  return area === 'start' || area === 'signed-in' || isFirstStep ? 'sign-in' : 'other';
}

/** What a start needs next to the entry, to be fetched beside it and not after it. */
export function filesFor(files: StartFiles, isSignedIn: boolean, chosen: unknown, preferred: readonly string[]) {
  const code = pickLanguage(Object.keys(files.start) as LanguageCode[], chosen, preferred);
  return [...files.start[code], ...(isSignedIn ? [...files.pages, ...files.inside[code]] : [])];
}
