import { startTransition, useEffect, useEffectEvent, useState } from 'react';
import { useLocale } from '#i18n';
import { usePlatform } from '#platform';
import { useHydrated } from '#ui';
import type { CountryOption } from './country-list.ts';
import { DEFAULT_COUNTRY } from './phone-rules.ts';

/** The option on the prerendered page, which is English. */
const DEFAULT_OPTION: CountryOption = { country: DEFAULT_COUNTRY, label: 'United States (+1)' };

/** A native select: it has search by letter, the phone's own picker, and full screen reader support. */
export function CountryPicker({
  id,
  value,
  onPick,
}: {
  readonly id: string;
  readonly value: string;
  readonly onPick: (country: string) => void;
}) {
  const { code } = useLocale();
  const { clock, online } = usePlatform();
  const picked = useHydrated() ? value : DEFAULT_COUNTRY;
  const [all, setAll] = useState<readonly CountryOption[] | null>(null);
  const check = useEffectEvent((options: readonly CountryOption[]) => {
    setAll(options);
    // The browser's language may name a region without a calling code.
    if (!options.some(({ country }) => country === value)) onPick(DEFAULT_COUNTRY);
  });
  useEffect(() => {
    let current = true;
    const fill = async () => {
      const { countriesByName } = await import('./country-list.ts');
      const options = await countriesByName(code, clock);
      if (current) startTransition(() => check(options));
    };
    const tryToFill = () => void fill().catch(() => {});
    tryToFill();
    const stop = online.subscribe(tryToFill);
    return () => {
      current = false;
      stop();
    };
  }, [code, clock, online]);
  // The first Intl lookup of a country name takes longer than rendering the page, so the one option shows its code.
  const options = all ?? [
    code === 'en' && picked === DEFAULT_COUNTRY ? DEFAULT_OPTION : { country: picked, label: picked },
  ];
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
