import { describe, expect, it } from 'vitest';
import { movedClockMs } from './moved-clock.ts';

const HOUR = 3_600_000;

describe('the change of this device’s clock', () => {
  it.each<[string, number | null, number | null, number, number | null]>([
    ['is none while the server is ahead by the same amount', 40, 40, 60_000, 0],
    ['is none for a clock that was wrong from the start', HOUR, HOUR, 60_000, 0],
    ['is none within the measurement error', 0, 5_000, 60_000, 0],
    ['is none within the measurement error, backwards', 5_000, 0, 60_000, 0],
    ['is forwards when the server is ahead by less', 0, -HOUR, 60_000, HOUR],
    ['is backwards when the server is ahead by more', 0, HOUR, 60_000, -HOUR],
    ['is reported just above the measurement error', 0, -5_001, 60_000, 5_001],
    ['is none without the server’s time while the clock goes forward', null, null, 60_000, 0],
    ['is none when the server’s time is not known yet', 0, null, 60_000, 0],
    ['is none when the server’s time was not known at the stamp', null, HOUR, 60_000, 0],
    ['is unknown when the clock is before the stamp', null, null, -5_001, null],
    ['is unknown when the clock is before the stamp and the server’s time is not known yet', 0, null, -HOUR, null],
    ['is none when the clock is before the stamp within the measurement error', null, 0, -5_000, 0],
  ])('%s', (_what, aheadThen, aheadNow, since, moved) => {
    expect(movedClockMs({ from: 1_000_000, ahead: aheadThen }, aheadNow, 1_000_000 + since)).toBe(moved);
  });
});
