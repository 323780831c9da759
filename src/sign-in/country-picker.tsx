import { useMemo } from 'react';
import { countryName, useLanguage } from '#i18n';
import { dialableCountries } from './phone-rules.ts';

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
  const options = useMemo(
    () =>
      dialableCountries
        .map(([country, code]) => ({ country, label: `${countryName(country)} (+${code})` }))
        .sort((a, b) => a.label.localeCompare(b.label, tag)),
    [tag],
  );
  return (
    <select
      id={id}
      className="input"
      autoComplete="country"
      value={value}
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
