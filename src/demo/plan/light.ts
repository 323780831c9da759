/** Daylight at a site. */
export type Light = {
  /** From 0 (night) to 1 (day), in steps of 0.01. */
  readonly level: number;
  readonly kind: 'day' | 'dusk' | 'night';
  /** Local time, `10:30 AM`. */
  readonly time: string;
};

const HOUR = 60;
/** Minutes after midnight, the same all year. */
const DAWN = [5.5 * HOUR, 7.5 * HOUR] as const;
const DUSK = [18 * HOUR, 20 * HOUR] as const;
const MIN_DAY_LEVEL = 0.85;
const MAX_NIGHT_LEVEL = 0.15;

const clocks = new Map<string, Intl.DateTimeFormat>();

/**
 * The light at `at` (epoch ms) in `timezone` (IANA name).
 *
 * @throws {RangeError} for an unknown time zone
 */
export function lightAt(at: number, timezone: string): Light {
  const minute = minuteOfDay(at, timezone);
  const exact = minute < 12 * HOUR ? smoothstep(minute, DAWN) : 1 - smoothstep(minute, DUSK);
  const level = Math.round(exact * 100) / 100;
  const kind = level >= MIN_DAY_LEVEL ? 'day' : level <= MAX_NIGHT_LEVEL ? 'night' : 'dusk';
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

/** From 0 at `from` to 1 at `to`, with slow start and end. */
function smoothstep(value: number, [from, to]: readonly [number, number]): number {
  const part = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return part * part * (3 - 2 * part);
}
