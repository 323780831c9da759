/** The languages of the app; each name is written in the language itself. */
export const LANGUAGES = {
  en: { name: 'English', direction: 'ltr' },
  es: { name: 'Español', direction: 'ltr' },
  fr: { name: 'Français', direction: 'ltr' },
  ar: { name: 'العربية', direction: 'rtl' },
} as const;

export type LanguageCode = keyof typeof LANGUAGES;
export type Direction = (typeof LANGUAGES)[LanguageCode]['direction'];

export const ALL_LANGUAGES = Object.keys(LANGUAGES) as readonly LanguageCode[];

export function isLanguageCode(value: unknown): value is LanguageCode {
  return typeof value === 'string' && Object.hasOwn(LANGUAGES, value);
}

/**
 * The language that the person chose before, else the first of the browser's languages that is offered, else the first
 * that is offered. `preferred` are BCP 47 tags, best first.
 */
export function pickLanguage(
  offered: readonly LanguageCode[],
  chosen: unknown,
  preferred: readonly string[],
): LanguageCode {
  if (isLanguageCode(chosen) && offered.includes(chosen)) return chosen;
  const wanted = preferred.map(languageOf);
  return (
    (wanted.find((code) => offered.find((known) => known === code)) as LanguageCode | undefined) ?? offered[0] ?? 'en'
  );
}

/**
 * The BCP 47 tag for numbers and dates: the browser's own tag of this language where it has one, because times are written
 * differently in London and in Denver. Its digits are those of the language without a region, as in the messages.
 */
export function formattingTag(code: LanguageCode, preferred: readonly string[]): string {
  const { numberingSystem } = new Intl.NumberFormat(code).resolvedOptions();
  const own = preferred.find((tag) => languageOf(tag) === code) ?? code;
  try {
    return new Intl.Locale(own, { numberingSystem }).toString();
  } catch {
    // Some browsers report a language that is not a BCP 47 tag.
    return code;
  }
}

function languageOf(tag: string): string {
  return tag.toLowerCase().split(/[-_]/)[0] ?? '';
}
