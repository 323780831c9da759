import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AccessHours, isWithinHours, minutesOfDay, opensNext, parseTimeOfDay } from './access-hours.ts';
import { isTimeZone } from './time-zone.ts';

const DENVER = 'America/Denver';
const from = (start: string, end: string, timeZone: string | null = DENVER): AccessHours => ({
  start: parseTimeOfDay(start) ?? 0,
  end: parseTimeOfDay(end) ?? 0,
  timeZone,
});
/** Denver in summer is UTC-6. */
const summer = (hour: number, minute = 0) => Date.UTC(2026, 6, 1, hour + 6, minute);

describe('a time of day', () => {
  it.each([
    ['06:00', 360],
    ['6:00', 360],
    ['06:00:00', 360],
    [' 22:30 ', 1350],
    ['00:00', 0],
    ['23:59', 1439],
    ['24:00', 1440],
  ])('%j is minute %i', (text, minutes) => {
    expect(parseTimeOfDay(text)).toBe(minutes);
  });

  it.each(['', '6', '6am', '06.00', '25:00', '24:01', '12:60', '-1:00', '06:00+01:00', '123:00'])(
    '%j is none',
    (text) => {
      expect(parseTimeOfDay(text)).toBeNull();
    },
  );
});

describe('a time zone', () => {
  it.each([
    ['America/Denver', true],
    ['UTC', true],
    ['Mars/Olympus', false],
    ['', false],
  ])('%j is known: %s', (name, known) => {
    expect(isTimeZone(name)).toBe(known);
  });

  it('gives the facility’s wall clock in summer and in winter', () => {
    expect(minutesOfDay(Date.UTC(2026, 6, 1, 12, 5), DENVER)).toBe(6 * 60 + 5);
    expect(minutesOfDay(Date.UTC(2026, 0, 1, 12, 5), DENVER)).toBe(5 * 60 + 5);
    expect(minutesOfDay(Date.UTC(2026, 6, 1, 6), DENVER)).toBe(0);
  });
});

describe('within the hours', () => {
  it.each<[AccessHours, number, boolean | null]>([
    [from('06:00', '22:00'), summer(5, 59), false],
    [from('06:00', '22:00'), summer(6), true],
    [from('06:00', '22:00'), summer(21, 59), true],
    [from('06:00', '22:00'), summer(22), false],
    [from('22:00', '06:00'), summer(23), true],
    [from('22:00', '06:00'), summer(5, 59), true],
    [from('22:00', '06:00'), summer(6), false],
    [from('22:00', '06:00'), summer(12), false],
    [from('00:00', '24:00'), summer(0), true],
    [from('00:00', '24:00'), summer(23, 59), true],
    [from('08:00', '08:00'), summer(3), true],
    [from('18:00', '24:00'), summer(23, 59), true],
    [from('18:00', '24:00'), summer(0), false],
    [from('06:00', '22:00', null), summer(3), null],
  ])('%j at %i: %s', (hours, at, within) => {
    expect(isWithinHours(hours, at)).toBe(within);
  });
});

describe('the next opening', () => {
  it.each<[string, AccessHours, number, number]>([
    ['this morning', from('06:00', '22:00'), summer(5, 30), summer(6)],
    ['tomorrow morning', from('06:00', '22:00'), summer(22, 30), summer(30)],
    ['tomorrow, when the window opens now', from('06:00', '22:00'), summer(6), summer(30)],
    ['on a whole minute', from('06:00', '22:00'), summer(5, 30) + 29_500, summer(6)],
    ['this evening', from('22:00', '06:00'), summer(12), summer(22)],
  ])('is %s', (_when, hours, at, opening) => {
    expect(opensNext(hours, at)).toBe(opening);
  });

  it('follows the wall clock when summer time begins or ends', () => {
    const hours = from('06:00', '22:00');
    const springEve = Date.UTC(2026, 2, 8, 5);
    expect(opensNext(hours, springEve)).toBe(Date.UTC(2026, 2, 8, 12));
    const autumnEve = Date.UTC(2026, 10, 1, 4, 30);
    expect(opensNext(hours, autumnEve)).toBe(Date.UTC(2026, 10, 1, 13));
  });

  it('is the moment of the change when summer time skips the opening time', () => {
    const threeOClock = Date.UTC(2026, 2, 8, 9);
    for (const start of ['02:00', '02:10', '02:30', '02:59']) {
      for (const minutesBefore of [1, 10, 61, 500]) {
        expect(opensNext(from(start, '22:00'), threeOClock - minutesBefore * 60_000)).toBe(threeOClock);
      }
    }
  });

  it('is null when the time zone is unknown', () => {
    expect(opensNext(from('06:00', '22:00', null), summer(3))).toBeNull();
  });

  it('is within the next 25 hours and within the hours, for any zone, hours and moment', () => {
    const zone = fc.constantFrom(
      DENVER,
      'UTC',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'Europe/Berlin',
      'Pacific/Apia',
    );
    const minute = fc.integer({ min: 0, max: 1439 });
    const at = fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2028, 0, 1) });
    fc.assert(
      fc.property(zone, minute, minute, at, (timeZone, start, end, now) => {
        const hours = { start, end, timeZone };
        const opening = opensNext(hours, now) ?? 0;
        expect(opening).toBeGreaterThan(now);
        expect(opening).toBeLessThanOrEqual(now + 25 * 3_600_000);
        expect(opening % 60_000).toBe(0);
        // A window within the hour that summer time skips does not open on that day.
        const length = (end - start + 1440) % 1440 || 1440;
        if (length > 60) expect(isWithinHours(hours, opening)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});
