import countries from 'virtual:phone-countries';
import { countryName } from '#i18n';
import { type Clock, yieldToMain } from '#platform';

/* In a chunk that comes when the page stands: until then the picker shows the one country that is picked. */

export type CountryOption = { readonly country: string; readonly label: string };

/** ISO code and calling code of every country that can be called. */
export const dialableCountries: readonly (readonly [country: string, callingCode: string])[] = countries
  .split(';')
  .flatMap((group) => {
    const [code = '', ...members] = group.split(' ');
    return members.map((country) => [country, code] as const);
  });

/** So many names are looked up in one go. */
const IN_ONE_GO = 40;

function optionOf([country, code]: readonly [string, string]): CountryOption {
  return { country, label: `${countryName(country)} (+${code})` };
}

/** All countries in the order of their names, put together in pieces, so that nobody waits for it to type. */
export async function countriesByName(language: string, clock: Clock): Promise<readonly CountryOption[]> {
  const options: CountryOption[] = [];
  for (let from = 0; from < dialableCountries.length; from += IN_ONE_GO) {
    await yieldToMain(clock);
    options.push(...dialableCountries.slice(from, from + IN_ONE_GO).map(optionOf));
  }
  await yieldToMain(clock);
  const { compare } = new Intl.Collator(language);
  return options.sort((a, b) => compare(a.label, b.label));
}
