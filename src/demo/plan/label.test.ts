import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitted, textWidth } from './label.ts';

describe('a name in the plan', () => {
  it('is unchanged where it fits', () => {
    expect(fitted('B204', 80, 15, 1)).toEqual(['B204']);
  });

  it('is broken between words, and ends with an ellipsis when it is longer', () => {
    expect(fitted('Gate past midnight', 80, 12, 2)).toEqual(['Gate past', 'midnight']);
    expect(fitted('The unit at the very end', 80, 12, 2)).toEqual(['The unit at', 'the very…']);
    expect(fitted('W'.repeat(120), 80, 12, 2)).toHaveLength(1);
  });

  it('is never cut within a grapheme', () => {
    const [line = ''] = fitted('👩🏽‍🚒👩🏽‍🚒👩🏽‍🚒👩🏽‍🚒', 50, 12, 1);
    expect(line).toBe('👩🏽‍🚒👩🏽‍🚒…');
  });

  it('is never wider than the given width', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 30, max: 120 }), (name, width) => {
        const lines = fitted(name, width, 12, 2);
        expect(lines.length).toBeLessThanOrEqual(2);
        for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(width);
      }),
    );
  });
});
