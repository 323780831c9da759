import type { PhoneReader } from './phone-reader.ts';

/** The country of the prerendered page, and the fallback. */
export const DEFAULT_COUNTRY = 'US';

/**
 * A reader with the metadata for this number. In a chunk of its own, so that the first screen does not wait for it.
 * @throws when the chunk cannot be loaded
 */
export async function loadPhoneReader(text: string, country: string): Promise<PhoneReader> {
  const readers = await import('./phone-reader.ts');
  const { northAmericanReader } = readers;
  return northAmericanReader.suffices(text, country) ? northAmericanReader : readers.worldReader.load();
}

/** The preselected country: the operator's choice, else the region of the browser's language, else the US. */
export function initialCountry(configured: string | undefined, languages: readonly string[]): string {
  return configured ?? languages.map(regionOf).find((region) => region && /^[A-Z]{2}$/.test(region)) ?? DEFAULT_COUNTRY;
}

function regionOf(language: string): string | undefined {
  try {
    return new Intl.Locale(language).region;
  } catch {
    return undefined;
  }
}
