/** The light over the plan at one minute of one place. */
export type Light = {
  /** From 0, the night, to 1, the day, in steps of a hundredth. */
  readonly level: number;
  readonly kind: 'day' | 'dusk' | 'night';
  /** The local time in words, `10:30 AM`. */
  readonly time: string;
};

const HOUR = 60;
/** Minutes after midnight between which it gets light, and dark; those of an even day of spring, all year. */
const DAWN = [5.5 * HOUR, 7.5 * HOUR] as const;
const NIGHTFALL = [18 * HOUR, 20 * HOUR] as const;
const DAY_FROM = 0.85;
const NIGHT_TO = 0.15;

const clocks = new Map<string, Intl.DateTimeFormat>();

/**
 * The light at `at` (epoch ms) in `timezone` (IANA name).
 *
 * @throws {RangeError} for a time zone that nobody knows
 */
export function lightAt(at: number, timezone: string): Light {
  const minute = minuteOfDay(at, timezone);
  const exact = minute < 12 * HOUR ? eased(minute, DAWN) : 1 - eased(minute, NIGHTFALL);
  const level = Math.round(exact * 100) / 100;
  const kind = level >= DAY_FROM ? 'day' : level <= NIGHT_TO ? 'night' : 'dusk';
  return { level, kind, time: clockOf(timezone, 'short').format(at) };
}

function minuteOfDay(at: number, timezone: string): number {
  const parts = clockOf(timezone, 'parts').formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value ?? 0);
  return part('hour') * HOUR + part('minute');
}

function clockOf(timezone: string, way: 'short' | 'parts'): Intl.DateTimeFormat {
  const name = `${way} ${timezone}`;
  const known = clocks.get(name);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hour: 'numeric',
    minute: '2-digit',
    ...(way === 'parts' ? { hourCycle: 'h23' as const } : {}),
  });
  clocks.set(name, made);
  return made;
}

/** From 0 at the first to 1 at the second, slowly at both ends. */
function eased(value: number, [from, to]: readonly [number, number]): number {
  const part = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return part * part * (3 - 2 * part);
}
