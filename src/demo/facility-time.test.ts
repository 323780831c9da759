import { describe, expect, it } from 'vitest';
import { formatFacilityDate, formatFacilityTime, msUntilHour } from './facility-time.ts';

const at = (moment: string) => Date.parse(moment);
const HOUR_MS = 3_600_000;

describe('time at the facility', () => {
  it('is formatted in the time zone of the facility', () => {
    expect(formatFacilityTime(at('2026-02-13T17:30:05Z'))).toBe('10:30:05 AM');
    expect(formatFacilityDate(at('2026-02-14T05:00:00Z'))).toBe('Fri, Feb 13, 2026');
  });

  it.each<[string, number, number]>([
    ['2026-02-13T17:30:00Z', 23, 12.5],
    ['2026-02-13T17:30:00Z', 8, 21.5],
    ['2026-02-14T06:30:00Z', 23, 23.5],
    ['2026-02-14T06:00:00Z', 23, 24],
  ])('from %s the next %d o’clock is %d hours away', (now, hour, hours) => {
    expect(msUntilHour(hour, at(now))).toBe(hours * HOUR_MS);
  });

  it.each<[string, string, string]>([
    ['spring', '2026-03-08T05:00:00Z', '2026-03-08T14:00:00Z'],
    ['autumn', '2026-11-01T04:00:00Z', '2026-11-01T15:00:00Z'],
  ])('finds 8:00 after a night in which the clocks change in %s', (_season, tenInTheEvening, eight) => {
    expect(at(tenInTheEvening) + msUntilHour(8, at(tenInTheEvening))).toBe(at(eight));
  });

  it('finds 23:00 on a day on which the clocks change', () => {
    const halfPastEleven = at('2026-03-08T06:30:00Z');
    expect(formatFacilityTime(halfPastEleven + msUntilHour(23, halfPastEleven))).toBe('11:00:00 PM');
  });
});
