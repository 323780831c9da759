/** Time zone of the facility and of its access hours. */
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
const wallClock = new Intl.DateTimeFormat('en', {
  timeZone: FACILITY_ZONE,
  hour: 'numeric',
  minute: 'numeric',
  hourCycle: 'h23',
});

/** `10:30:05 AM`, local time of the facility. `at` is epoch ms. */
export const formatFacilityTime = (at: number): string => time.format(at);

/** `Fri, Feb 13, 2026`, local date of the facility. `at` is epoch ms. */
export const formatFacilityDate = (at: number): string => date.format(at);

/** Ms from `now` (epoch ms) until it is next `hour` (0 to 24, may be fractional) at the facility; never 0. */
export function msUntilHour(hour: number, now: number): number {
  const ahead = (hour * HOUR_MS - msOfDay(now) + DAY_MS) % DAY_MS || DAY_MS;
  // Corrects for a change of daylight saving time before that hour.
  const off = hour * HOUR_MS - msOfDay(now + ahead);
  return ahead + ((off + 1.5 * DAY_MS) % DAY_MS) - DAY_MS / 2;
}

function msOfDay(at: number): number {
  const parts = wallClock.formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value ?? 0);
  return part('hour') * HOUR_MS + part('minute') * MINUTE_MS + (at % MINUTE_MS);
}
