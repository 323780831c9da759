import { describe, expect, it } from 'vitest';
import { movedClockMs } from './moved-clock.ts';

const HOUR = 3_600_000;

describe('by how much this device’s clock was moved', () => {
  it.each<[string, number | null, number | null, number, number | null]>([
    ['not at all, while the server’s lead stays what it was', 40, 40, 60_000, 0],
    ['not at all, for a clock that was wrong from the beginning', HOUR, HOUR, 60_000, 0],
    ['not at all, for what the two clocks are known to no better', 0, 5_000, 60_000, 0],
    ['not at all, for what they are known to no better, the other way', 5_000, 0, 60_000, 0],
    ['forwards, when the server’s lead is less', 0, -HOUR, 60_000, HOUR],
    ['backwards, when the server’s lead is more', 0, HOUR, 60_000, -HOUR],
    ['a little more than nothing', 0, -5_001, 60_000, 5_001],
    ['not at all, without the server’s word, as long as time goes on', null, null, 60_000, 0],
    ['not at all, when the server has said nothing yet', 0, null, 60_000, 0],
    ['not at all, when the server had said nothing then', null, HOUR, 60_000, 0],
    ['nobody knows, when it stands before the beginning', null, null, -5_001, null],
    ['nobody knows, when it does and the server has said nothing yet', 0, null, -HOUR, null],
    ['not at all, when it stands before the beginning by a hair', null, 0, -5_000, 0],
  ])('%s', (_what, aheadThen, aheadNow, since, moved) => {
    expect(movedClockMs({ from: 1_000_000, ahead: aheadThen }, aheadNow, 1_000_000 + since)).toBe(moved);
  });
});
