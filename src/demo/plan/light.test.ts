import { describe, expect, it } from 'vitest';
import { lightAt } from './light.ts';

const MINUTE = 60_000;
const MIDNIGHT = Date.parse('2026-02-13T07:00:00Z');
const at = (hour: number, minute = 0) => lightAt(MIDNIGHT + (hour * 60 + minute) * MINUTE, 'America/Denver');

describe('the light over a site', () => {
  it('follows the local time', () => {
    expect([at(3), at(6, 30), at(12), at(19), at(23)].map(({ kind }) => kind)).toEqual([
      'night',
      'dusk',
      'day',
      'dusk',
      'night',
    ]);
    expect(at(12).time).toBe('12:00 PM');
  });

  it('uses the time zone of the site, not of the viewer', () => {
    const noonInDenver = MIDNIGHT + 12 * 60 * MINUTE;
    expect(lightAt(noonInDenver, 'Asia/Tokyo').kind).toBe('night');
    expect(lightAt(noonInDenver, 'Asia/Tokyo').time).toBe('4:00 AM');
  });

  it('changes gradually and reaches full night and full day', () => {
    const levels = Array.from({ length: 24 * 60 }, (_, minute) => at(0, minute).level);
    for (const [nth, level] of levels.entries())
      expect(Math.abs(level - (levels[nth - 1] ?? level))).toBeLessThan(0.03);
    expect(Math.min(...levels)).toBe(0);
    expect(Math.max(...levels)).toBe(1);
  });
});
