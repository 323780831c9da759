import countries from 'virtual:phone-countries';
import { countryName } from '#i18n';
import { type Clock, yieldToMain } from '#platform';

/* In a chunk that loads after the first page. Until then the picker contains only the selected country. */

export type CountryOption = { readonly country: string; readonly label: string };

/** ISO code and calling code of every country with a calling code. */
export const dialableCountries: readonly (readonly [country: string, callingCode: string])[] = countries
  .split(';')
  .flatMap((group) => {
    const [code = '', ...members] = group.split(' ');
    return members.map((country) => [country, code] as const);
  });

/** How many country names are looked up per task. Looking up all at once would block the main thread. */
const BATCH_SIZE = 40;

function optionOf([country, code]: readonly [string, string]): CountryOption {
  return { country, label: `${countryName(country)} (+${code})` };
}

/** All countries sorted by name. Works in batches, so that typing is not blocked. */
export async function countriesByName(language: string, clock: Clock): Promise<readonly CountryOption[]> {
  const options: CountryOption[] = [];
  for (let from = 0; from < dialableCountries.length; from += BATCH_SIZE) {
    await yieldToMain(clock);
    options.push(...dialableCountries.slice(from, from + BATCH_SIZE).map(optionOf));
  }
  await yieldToMain(clock);
  const { compare } = new Intl.Collator(language);
  return options.sort((a, b) => compare(a.label, b.label));
}
