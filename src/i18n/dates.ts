import { made } from './format.ts';
import { getLocale } from './locale.ts';
import { getLocalePreferences } from './locale-preferences.ts';

/* Apart from the other formats: before sign-in nothing has a date. */

function dateTime(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return made('date', options, (tag) => new Intl.DateTimeFormat(tag, options));
}

/** `6:00 AM`, in the facility's zone where it is known, else the device's. `at` is epoch ms. */
export function timeOfDay(at: number, timeZone: string | null = null): string {
  return plain(
    dateTime({ hour: 'numeric', minute: '2-digit', timeZone: timeZone || getLocalePreferences().timeZone }).format(at),
  );
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
  return plain(dateTime({ ...options, timeZone: timeZone || getLocalePreferences().timeZone }).format(at));
}

/** `January 10, 2026` from `2026-01-10`; other text comes back as it is, for it is the server's. */
export function calendarDate(text: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(text);
  if (!match) return text;
  return dateTime({ dateStyle: 'long', timeZone: 'UTC' }).format(
    Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])),
  );
}

/** `3 minutes ago`, `in 2 hours`, `yesterday`. Both are epoch ms. */
export function relativeTime(at: number, now: number): string {
  const seconds = (at - now) / 1000;
  const [size, unit] = UNITS.find(([from]) => Math.abs(seconds) >= from) ?? [1, 'second'];
  return new Intl.RelativeTimeFormat(getLocale().format.tag, { numeric: 'auto' }).format(
    Math.trunc(seconds / size),
    unit,
  );
}

const UNITS = [
  [86_400, 'day'],
  [3_600, 'hour'],
  [60, 'minute'],
] as const;

/** Newer platform data puts narrow no-break spaces before AM; a plain one wraps no worse and reads the same everywhere. */
function plain(text: string): string {
  return text.replace(/\u202f/g, ' ');
}
