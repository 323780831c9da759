import { isTimeZone } from '#model';

/* What a value of config.json must be; once, for the reading of a good file and for the naming of faults. */

type Rule = (value: unknown) => boolean;

const matches =
  (...patterns: readonly RegExp[]): Rule =>
  (value) =>
    typeof value === 'string' && patterns.some((pattern) => pattern.test(value));

/**
 * A path on this origin, or an address elsewhere: by `https`, and by `http` on this machine alone. A browser reads a
 * backslash as a slash and leaves out tabs and line breaks, so that "/\host" would be another host's address.
 */
export const isAddress = matches(
  /^\/(?!\/)[^\s\\]*$/,
  /^(https:\/\/[^/?#\s\\]|http:\/\/(localhost|127(\.\d+){3}|\[::1])(:\d+)?(?![^/?#]))[^\s\\]*$/,
);
export const isPath = matches(/^\/[^\s?#]*$/);
export const isColour = matches(/^#[\da-f]{6}$/i);
export const isDays: Rule = (value) => typeof value === 'number' && value > 0;
export const isCountry = matches(/^[A-Z]{2}$/);

/* The codes of i18n/: this room knows no other, and a test in app/ holds the two lists together. */
export const LANGUAGES = ['en', 'es', 'fr', 'ar'] as const;
/** A language that the app has messages in. */
export type Language = (typeof LANGUAGES)[number];
export const OPENERS = ['gateway', 'bridge', 'none'] as const;

export function isLanguages(value: unknown): value is readonly Language[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((code) => LANGUAGES.includes(code)) &&
    new Set(value).size === value.length
  );
}

/** What a time zone looks like. Whether the platform knows it is asked later: that takes longer than reading all else. */
export const isZoneLike = matches(/^[A-Za-z][\w+-]*(\/[\w+-]+)*$/);

export function isZone(value: unknown): boolean {
  return typeof value === 'string' && isTimeZone(value);
}
