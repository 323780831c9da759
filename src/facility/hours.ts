/** A daily range of local time, `HH:MM` each. `end` before `start` runs past midnight; equal means all day. */
export type Hours = { readonly start: string; readonly end: string };

const MINUTES_A_DAY = 24 * 60;

const formats = new Map<string, Intl.DateTimeFormat>();

type WallClock = { readonly date: string; readonly minute: number };

/**
 * Local date and minute of the day in `timeZone` at `at` (epoch ms).
 *
 * @throws {RangeError} for an unknown time zone
 */
export function wallClock(at: number, timeZone: string): WallClock {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(timeZone, format);
  }
  const part: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(at)) part[type] = value;
  return {
    date: `${part.year}-${part.month}-${part.day}`,
    minute: Number(part.hour) * 60 + Number(part.minute),
  };
}

/** `HH:MM` as minutes after midnight; `24:00` is 1440. Null when it is not a time of day. */
export function minuteOf(time: string): number | null {
  const match = /^(\d{2}):([0-5]\d)$/.exec(time);
  if (!match) return null;
  const minute = Number(match[1]) * 60 + Number(match[2]);
  return minute <= MINUTES_A_DAY ? minute : null;
}

/** Minutes after midnight as `HH:MM`; any integer, wrapped into one day. */
export function timeOf(minute: number): string {
  const within = ((minute % MINUTES_A_DAY) + MINUTES_A_DAY) % MINUTES_A_DAY;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(within / 60))}:${two(within % 60)}`;
}

/** Whether `at` (epoch ms) is within the hours, in local time of `timeZone`. */
export function isOpenAt(hours: Hours, at: number, timeZone: string): boolean {
  const start = minuteOf(hours.start) ?? 0;
  const end = minuteOf(hours.end) ?? MINUTES_A_DAY;
  const { minute } = wallClock(at, timeZone);
  if (start === end) return true;
  return start < end ? minute >= start && minute < end : minute >= start || minute < end;
}

/** The local date in `timeZone`, `days` days after `at` (epoch ms), as `YYYY-MM-DD`. */
export function dateAfter(at: number, days: number, timeZone: string): string {
  const midnight = Date.parse(`${wallClock(at, timeZone).date}T00:00:00Z`);
  return new Date(midnight + days * MINUTES_A_DAY * 60_000).toISOString().slice(0, 10);
}
