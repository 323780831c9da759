/** The languages that the app speaks, each by the name that its speakers look for. */
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
 * What the person chose before, else the first of the browser's languages that is offered, else the first that is
 * offered. `preferred` are BCP 47 tags, best first.
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
 * The tag to format numbers and dates by: the browser's own for this language where it has one, because a person in
 * London and one in Denver read times differently. Digits stay those of the plain language, as in the sentences.
 */
export function formattingTag(code: LanguageCode, preferred: readonly string[]): string {
  const { numberingSystem } = new Intl.NumberFormat(code).resolvedOptions();
  const own = preferred.find((tag) => languageOf(tag) === code) ?? code;
  try {
    return new Intl.Locale(own, { numberingSystem }).toString();
  } catch {
    // A browser that names its language in another way than BCP 47 does.
    return code;
  }
}

function languageOf(tag: string): string {
  return tag.toLowerCase().split(/[-_]/)[0] ?? '';
}
