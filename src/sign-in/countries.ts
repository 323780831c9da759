import { countryName } from '#i18n';
import { breathe } from '#platform';
import { dialableCountries } from './phone-rules.ts';

export type CountryOption = { readonly country: string; readonly label: string };

/** So many names are looked up in one go. */
const IN_ONE_GO = 40;

/** What stands in the picker of the prerendered page, which is English. */
export const FIRST: CountryOption = { country: 'US', label: 'United States (+1)' };

/** `GB (+44)`: before the names, because asking the platform for the first of them takes longer than all of the page. */
export function shortOption(country: string): CountryOption {
  const code = dialableCountries.find(([known]) => known === country)?.[1] ?? '';
  return { country, label: `${country} (+${code})` };
}

function optionOf([country, code]: readonly [string, string]): CountryOption {
  return { country, label: `${countryName(country)} (+${code})` };
}

/** All countries in the order of their names, put together in pieces, so that nobody waits for it to type. */
export async function countriesByName(language: string): Promise<readonly CountryOption[]> {
  const options: CountryOption[] = [];
  for (let from = 0; from < dialableCountries.length; from += IN_ONE_GO) {
    await breathe();
    options.push(...dialableCountries.slice(from, from + IN_ONE_GO).map(optionOf));
  }
  await breathe();
  const { compare } = new Intl.Collator(language);
  return options.sort((a, b) => compare(a.label, b.label));
}
