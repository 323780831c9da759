import countries from 'virtual:phone-countries';
import type { PhoneReader } from './phone-reader.ts';

/** Countries of the picker: ISO code and calling code. */
export const dialableCountries: readonly (readonly [country: string, callingCode: string])[] = countries
  .split(';')
  .flatMap((group) => {
    const [code = '', ...members] = group.split(' ');
    return members.map((country) => [country, code] as const);
  });

/**
 * A reader with the rules that this number needs. It is a chunk of its own, fetched when the person turns to the field,
 * so that the first screen does not wait for it. Rejects when it cannot be had.
 */
export async function loadPhoneReader(text: string, country: string): Promise<PhoneReader> {
  const readers = await import('./phone-reader.ts');
  const { northAmericanReader } = readers;
  return northAmericanReader.suffices(text, country) ? northAmericanReader : readers.worldReader();
}

/** The country to begin with: the operator's choice, else the region of the browser's language, else the US. */
export function initialCountry(configured: string | undefined, languages: readonly string[]): string {
  const known = (code: string | undefined) => dialableCountries.some(([country]) => country === code);
  if (configured !== undefined && known(configured)) return configured;
  for (const language of languages) {
    const region = regionOf(language);
    if (region !== undefined && known(region)) return region;
  }
  return 'US';
}

function regionOf(language: string): string | undefined {
  try {
    return new Intl.Locale(language).region;
  } catch {
    return undefined;
  }
}
