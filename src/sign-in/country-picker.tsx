import { startTransition, useEffect, useEffectEvent, useState } from 'react';
import { useLocale } from '#i18n';
import { usePlatform } from '#platform';
import { useHydrated } from '#ui';
import type { CountryOption } from './country-list.ts';
import { FIRST } from './phone-rules.ts';

/** What stands in the picker of the prerendered page, which is English. */
const FIRST_OPTION: CountryOption = { country: FIRST, label: 'United States (+1)' };

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
  const { code } = useLocale();
  const { clock, online } = usePlatform();
  const picked = useHydrated() ? value : FIRST;
  const [all, setAll] = useState<readonly CountryOption[] | null>(null);
  const check = useEffectEvent((options: readonly CountryOption[]) => {
    setAll(options);
    // A language may name a region that nobody can call.
    if (!options.some(({ country }) => country === value)) onPick(FIRST);
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
  // Asking the platform for the first name of a country takes longer than all of the page.
  const options = all ?? [code === 'en' && picked === FIRST ? FIRST_OPTION : { country: picked, label: picked }];
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
