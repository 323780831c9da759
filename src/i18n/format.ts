import { language } from './language.ts';

type Formats = { date: Intl.DateTimeFormat; number: Intl.NumberFormat };

/** Making one costs far more than using it, and countdowns use one every second. */
const formats = new Map<string, Formats[keyof Formats]>();

function made<Kind extends keyof Formats>(
  kind: Kind,
  options: object,
  make: (tag: string) => Formats[Kind],
): Formats[Kind] {
  const { tag } = language();
  const key = kind + tag + JSON.stringify(options);
  const known = formats.get(key) as Formats[Kind] | undefined;
  const format = known ?? make(tag);
  formats.set(key, format);
  return format;
}

function dateTime(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return made('date', options, (tag) => new Intl.DateTimeFormat(tag, options));
}

/** `6:00 AM`, in the facility's zone where it is known, else the device's. `at` is epoch ms. */
export function timeOfDay(at: number, timeZone: string | null = null): string {
  return plain(dateTime({ hour: 'numeric', minute: '2-digit', ...(timeZone ? { timeZone } : {}) }).format(at));
}

/** `6:00 AM` from minutes after midnight. */
export function minutesAsTime(minutes: number): string {
  return plain(dateTime({ hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }).format((minutes % 1440) * 60_000));
}

/** `Mon, Nov 3, 6:00 AM`. */
export function dayAndTime(at: number, timeZone: string | null = null): string {
  const options: Intl.DateTimeFormatOptions = {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  };
  return plain(dateTime({ ...options, ...(timeZone ? { timeZone } : {}) }).format(at));
}

/** `January 10, 2026` from `2026-01-10`; other text comes back as it is, for it is the server's. */
export function calendarDate(text: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(text);
  if (!match) return text;
  return dateTime({ dateStyle: 'long', timeZone: 'UTC' }).format(
    Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])),
  );
}

/** `150.00`: the contract names no currency, so none is claimed. */
export function amount(value: number): string {
  return number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** `0:07` or `12:00` from seconds. */
export function countdown(seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  return `${number(minutes)}:${number(rest, { minimumIntegerDigits: 2 })}`;
}

/** `45 seconds`, `1 minute`, `1 minute 30 seconds`. */
export function duration(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 60), 'minute'],
    [seconds % 60, 'second'],
  ] as const;
  const told = parts.filter(([count]) => count > 0);
  return (told.length > 0 ? told : ([[0, 'second']] as const))
    .map(([count, unit]) => number(count, { style: 'unit', unit, unitDisplay: 'long' }))
    .join(' ');
}

/** `3 minutes ago`, `in 2 hours`, `yesterday`. Both are epoch ms. */
export function relativeTime(at: number, now: number): string {
  const seconds = (at - now) / 1000;
  const [size, unit] = UNITS.find(([from]) => Math.abs(seconds) >= from) ?? [1, 'second'];
  return new Intl.RelativeTimeFormat(language().tag, { numeric: 'auto' }).format(Math.trunc(seconds / size), unit);
}

const UNITS = [
  [86_400, 'day'],
  [3_600, 'hour'],
  [60, 'minute'],
] as const;

/** The country's name in the person's language; its code where the browser knows none. */
export function countryName(code: string): string {
  try {
    return new Intl.DisplayNames([language().tag], { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}

function number(value: number, options: Intl.NumberFormatOptions = {}): string {
  return made('number', options, (tag) => new Intl.NumberFormat(tag, { useGrouping: true, ...options })).format(value);
}

/** Newer platform data puts narrow no-break spaces before AM; a plain one wraps no worse and reads the same everywhere. */
function plain(text: string): string {
  return text.replace(/\u202f/g, ' ');
}
