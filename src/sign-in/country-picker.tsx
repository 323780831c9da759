import { useMemo } from 'react';
import { countryName, useLanguage } from '#i18n';
import { useHydrated } from '#ui';
import { dialableCountries } from './phone-rules.ts';

/** ISO 3166; what stands in the picker of the prerendered page. */
const FIRST = 'US';

/** The browser's own list: it has a search by letter, a wheel on phones, and every screen reader knows it. */
export function CountryPicker({
  id,
  value,
  onPick,
}: {
  readonly id: string;
  readonly value: string;
  readonly onPick: (country: string) => void;
}) {
  const { tag } = useLanguage();
  const isHydrated = useHydrated();
  const options = useMemo(
    () =>
      // The names of all others come with the app: 245 of them are most of what a prerendered page would weigh.
      (isHydrated ? dialableCountries : dialableCountries.filter(([country]) => country === FIRST))
        .map(([country, code]) => ({ country, label: `${countryName(country)} (+${code})` }))
        .sort((a, b) => a.label.localeCompare(b.label, tag)),
    [tag, isHydrated],
  );
  return (
    <select
      id={id}
      className="input"
      autoComplete="country"
      value={isHydrated ? value : FIRST}
      onChange={(event) => onPick(event.target.value)}
    >
      {options.map(({ country, label }) => (
        <option key={country} value={country}>
          {label}
        </option>
      ))}
    </select>
  );
}
