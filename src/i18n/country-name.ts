import type { LanguageCode } from './languages.ts';
import { getLocale } from './locale.ts';

let known: { readonly code: LanguageCode; readonly names: Intl.DisplayNames } | null = null;

/**
 * The country's name in the person's language; its code where the browser knows none. By the language alone: names are
 * the same wherever it is spoken, and to learn where costs the first page more than all the names.
 */
export function countryName(country: string): string {
  const { code } = getLocale();
  try {
    if (known?.code !== code) known = { code, names: new Intl.DisplayNames([code], { type: 'region' }) };
    return known.names.of(country) ?? country;
  } catch {
    return country;
  }
}
