import { getLocale } from './locale.ts';

type Formats = { readonly date: Intl.DateTimeFormat; readonly number: Intl.NumberFormat };

/** Creating a formatter costs far more than using it, and countdowns use one every second. */
const formats = new Map<string, Formats[keyof Formats]>();

/** The `Intl` formatter for these options in the page's locale, created once. */
export function cachedFormat<Kind extends keyof Formats>(
  kind: Kind,
  options: object,
  create: (tag: string) => Formats[Kind],
): Formats[Kind] {
  const { tag } = getLocale().format;
  const key = kind + tag + JSON.stringify(options);
  const known = formats.get(key) as Formats[Kind] | undefined;
  const format = known ?? create(tag);
  formats.set(key, format);
  return format;
}

/** `150.00`, without a currency because the API names none. */
export function amount(value: number): string {
  return number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** `0:07` or `12:00`, from seconds. */
export function countdown(seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  return `${number(minutes)}:${number(rest, { minimumIntegerDigits: 2 })}`;
}

/** `45 seconds`, `1 minute`, `1 minute 30 seconds`, from seconds. */
export function duration(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 60), 'minute'],
    [seconds % 60, 'second'],
  ] as const;
  const shown = parts.filter(([count]) => count > 0);
  return (shown.length > 0 ? shown : ([[0, 'second']] as const))
    .map(([count, unit]) => number(count, { style: 'unit', unit, unitDisplay: 'long' }))
    .join(' ');
}

function number(value: number, options: Intl.NumberFormatOptions = {}): string {
  return cachedFormat('number', options, (tag) => new Intl.NumberFormat(tag, { useGrouping: true, ...options })).format(
    value,
  );
}
