import type { LanguageCode } from './languages.ts';
import { getLocale } from './locale.ts';

let cached: { readonly code: LanguageCode; readonly names: Intl.DisplayNames } | null = null;

/**
 * The country's name in the page's language, or its code where the browser has no name. Uses only the language:
 * names hardly differ by region, and computing the tag with the region takes longer than all the names of the first page.
 */
export function countryName(country: string): string {
  const { code } = getLocale();
  try {
    if (cached?.code !== code) cached = { code, names: new Intl.DisplayNames([code], { type: 'region' }) };
    return cached.names.of(country) ?? country;
  } catch {
    return country;
  }
}
