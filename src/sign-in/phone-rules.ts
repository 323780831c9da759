import type { PhoneReader } from './phone-reader.ts';

/** The country of the prerendered page, and of whoever gives no hint of another. */
export const FIRST = 'US';

/**
 * A reader with the rules that this number needs. It is a chunk of its own, fetched when the person turns to the field,
 * so that the first screen does not wait for it. Rejects when it cannot be had.
 */
export async function loadPhoneReader(text: string, country: string): Promise<PhoneReader> {
  const readers = await import('./phone-reader.ts');
  const { northAmericanReader } = readers;
  return northAmericanReader.suffices(text, country) ? northAmericanReader : readers.worldReader.load();
}

/** The country to begin with: the operator's choice, else the region of the browser's language, else the US. */
export function initialCountry(configured: string | undefined, languages: readonly string[]): string {
  return configured ?? languages.map(regionOf).find((region) => region && /^[A-Z]{2}$/.test(region)) ?? FIRST;
}

function regionOf(language: string): string | undefined {
  try {
    return new Intl.Locale(language).region;
  } catch {
    return undefined;
  }
}
