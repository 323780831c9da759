import { startTransition, useEffect, useState } from 'react';
import { useLanguage } from '#i18n';
import { useHydrated } from '#ui';
import { type CountryOption, countriesByName, FIRST, shortOption } from './countries.ts';

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
  const { code } = useLanguage();
  const picked = useHydrated() ? value : FIRST.country;
  const [all, setAll] = useState<readonly CountryOption[] | null>(null);
  useEffect(() => {
    let current = true;
    void countriesByName(code).then((options) => {
      if (current) startTransition(() => setAll(options));
    });
    return () => {
      current = false;
    };
  }, [code]);
  const options = all ?? [code === 'en' && picked === FIRST.country ? FIRST : shortOption(picked)];
  return (
    <select
      id={id}
      className="input"
      autoComplete="country"
      value={picked}
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
