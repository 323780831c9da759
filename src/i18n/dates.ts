import { cachedFormat } from './format.ts';
import { getLocale } from './locale.ts';
import { getLocalePreferences } from './locale-preferences.ts';

/* Not in format.ts, because no page before sign-in shows a date. */

function dateTime(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return cachedFormat('date', options, (tag) => new Intl.DateTimeFormat(tag, options));
}

/** `6:00 AM` in `timeZone` (the facility's, IANA), or in the device's where it is null. `at` is epoch ms. */
export function timeOfDay(at: number, timeZone: string | null = null): string {
  return plain(
    dateTime({ hour: 'numeric', minute: '2-digit', timeZone: timeZone || getLocalePreferences().timeZone }).format(at),
  );
}

/** `6:00 AM` from minutes after midnight. */
export function minutesAsTime(minutes: number): string {
  return plain(dateTime({ hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }).format((minutes % 1440) * 60_000));
}

/** `Mon, Nov 3, 6:00 AM`; parameters as for `timeOfDay`. */
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

/** `January 10, 2026` from `2026-01-10`. Any other text of the server is returned unchanged. */
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

/** Newer ICU data puts a narrow no-break space before AM; a plain space gives the same text in every browser. */
function plain(text: string): string {
  return text.replace(/\u202f/g, ' ');
}
