/** A daily window in the facility's time zone. It passes midnight when `end` is before `start`; equal means all day. */
export type AccessHours = {
  /** Minutes after midnight, 0 to 1439. */
  readonly start: number;
  /** Minutes after midnight, 0 to 1440. */
  readonly end: number;
  /** IANA name; null when unknown, and then no state is derived from the hours. */
  readonly timeZone: string | null;
};

const MINUTES_A_DAY = 24 * 60;
const MINUTE_MS = 60_000;

/** `06:00`, `6:00` or `06:00:00` as minutes after midnight, `24:00` as 1440; null for any other text. */
export function parseTimeOfDay(text: string): number | null {
  const match = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(text.trim());
  if (!match) return null;
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  return Number(match[2]) > 59 || minutes > MINUTES_A_DAY ? null : minutes;
}

/** One per time zone, with its last result, because all doors of a list ask for the same moment. */
type WallClock = { readonly format: Intl.DateTimeFormat; at: number; minutes: number };
const wallClocks = new Map<string, WallClock>();

/**
 * Minutes after midnight in a time zone.
 *
 * @param at epoch ms
 * @throws RangeError for an unknown time zone
 */
export function minutesOfDay(at: number, timeZone: string): number {
  let clock = wallClocks.get(timeZone);
  if (!clock) {
    const options = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
    clock = { format: new Intl.DateTimeFormat('en-GB', options), at: Number.NaN, minutes: 0 };
    wallClocks.set(timeZone, clock);
  }
  if (clock.at !== at) {
    const [hours = '0', minutes = '0'] = clock.format.format(at).split(':');
    clock.at = at;
    clock.minutes = Number(hours) * 60 + Number(minutes);
  }
  return clock.minutes;
}

function contains(hours: AccessHours, minute: number): boolean {
  const { start, end } = hours;
  if (start === end || (start === 0 && end === MINUTES_A_DAY)) return true;
  return start < end ? minute >= start && minute < end : minute >= start || minute < end;
}

/** Whether `at` (epoch ms) is within the window; null when the time zone is unknown. */
export function isWithinHours(hours: AccessHours, at: number): boolean | null {
  if (hours.timeZone === null) return null;
  return contains(hours, minutesOfDay(at, hours.timeZone));
}

/**
 * The next moment (epoch ms, on a whole minute) at which the window opens; null when the time zone is unknown. The wall
 * clock at the result is read again, to correct for a change to or from summer time in between.
 */
export function opensNext(hours: AccessHours, at: number): number | null {
  const zone = hours.timeZone;
  if (zone === null) return null;
  const wait = (hours.start - minutesOfDay(at, zone) + MINUTES_A_DAY) % MINUTES_A_DAY || MINUTES_A_DAY;
  const uncorrected = Math.floor(at / MINUTE_MS) * MINUTE_MS + wait * MINUTE_MS;
  const correction =
    ((hours.start - minutesOfDay(uncorrected, zone) + MINUTES_A_DAY * 1.5) % MINUTES_A_DAY) - MINUTES_A_DAY / 2;
  const corrected = uncorrected + correction * MINUTE_MS;
  return minutesOfDay(corrected, zone) === hours.start % MINUTES_A_DAY
    ? corrected
    : afterSkippedHour(hours, at, uncorrected);
}

/** When summer time skips the opening time, the window opens with the change, in the hour before `uncorrected`. */
function afterSkippedHour(hours: AccessHours, at: number, uncorrected: number): number {
  const before = uncorrected - 60 * MINUTE_MS;
  for (let moment = Math.max(before, nextMinute(at)); moment < uncorrected; moment += MINUTE_MS) {
    if (isWithinHours(hours, moment - MINUTE_MS) === false && isWithinHours(hours, moment)) return moment;
  }
  return uncorrected;
}

function nextMinute(at: number): number {
  return (Math.floor(at / MINUTE_MS) + 1) * MINUTE_MS;
}
