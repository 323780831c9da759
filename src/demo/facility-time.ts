/** Where the facility is, and its doors' hours with it. */
export const FACILITY_ZONE = 'America/Denver';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * HOUR_MS;

const TIME = { hour: 'numeric', minute: '2-digit', second: '2-digit' } as const;
const time = new Intl.DateTimeFormat('en-US', { timeZone: FACILITY_ZONE, ...TIME });
const date = new Intl.DateTimeFormat('en-US', {
  timeZone: FACILITY_ZONE,
  weekday: 'short',
  month: 'short',
  day: 'numeric',
  year: 'numeric',
});
const wall = new Intl.DateTimeFormat('en', {
  timeZone: FACILITY_ZONE,
  hour: 'numeric',
  minute: 'numeric',
  hourCycle: 'h23',
});

/** `10:30:05 AM`, at the facility. `at` is epoch ms. */
export const timeThere = (at: number): string => time.format(at);

/** `Fri, Feb 13, 2026`, at the facility. `at` is epoch ms. */
export const dateThere = (at: number): string => date.format(at);

/** Ms from `now` (epoch ms) to the next time that the wall clock at the facility strikes `hour` (0 to 23); never 0. */
export function msUntilHour(hour: number, now: number): number {
  const ahead = (hour * HOUR_MS - msOfDay(now) + DAY_MS) % DAY_MS || DAY_MS;
  // The wall clock may be moved on the way, in spring and in autumn.
  const off = hour * HOUR_MS - msOfDay(now + ahead);
  return ahead + ((off + 1.5 * DAY_MS) % DAY_MS) - DAY_MS / 2;
}

function msOfDay(at: number): number {
  const parts = wall.formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value ?? 0);
  return part('hour') * HOUR_MS + part('minute') * MINUTE_MS + (at % MINUTE_MS);
}
