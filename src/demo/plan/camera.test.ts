import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWhole, lookAt, pan, visibleArea, whole, zoom } from './camera.ts';

const plan = { width: 2000, height: 1000 };
const view = { width: 400, height: 400 };
const start = whole(plan, view);
const px = fc.integer({ min: -3000, max: 3000 });
const spot = fc.record({ x: fc.integer({ min: 0, max: 400 }), y: fc.integer({ min: 0, max: 400 }) });

describe('the camera over a plan', () => {
  it('shows the whole plan at first, centred', () => {
    expect(isWhole(start, plan, view)).toBe(true);
    const { x, y, width, height } = visibleArea(start, view);
    expect(x + width / 2).toBeCloseTo(1000);
    expect(y + height / 2).toBeCloseTo(500);
    expect([x < 0, y < 0, x + width > 2000, y + height > 1000]).toEqual([true, true, true, true]);
  });

  it('keeps the point under the pointer in place while zooming', () => {
    const near = zoom(start, 6, { x: 200, y: 200 }, plan, view);
    const at = { x: 240, y: 130 };
    const closer = zoom(near, 1.2, at, plan, view);
    expect((at.x - closer.x) / closer.scale).toBeCloseTo((at.x - near.x) / near.scale);
    expect((at.y - closer.y) / closer.scale).toBeCloseTo((at.y - near.y) / near.scale);
  });

  it('limits the zoom to the whole plan and to readable names', () => {
    expect(zoom(start, 0.01, { x: 9, y: 9 }, plan, view)).toEqual(start);
    expect(zoom(start, 1e6, { x: 9, y: 9 }, plan, view).scale).toBe(3);
  });

  it('keeps the plan in the view for any drag and zoom', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(px, px, fc.double({ min: 0.2, max: 5, noNaN: true }), spot), { maxLength: 12 }),
        (moves) => {
          let camera = start;
          for (const [x, y, times, at] of moves) {
            camera = zoom(pan(camera, { x, y }, plan, view), times, at, plan, view);
          }
          const window = visibleArea(camera, view);
          expect(window.x).toBeLessThan(plan.width);
          expect(window.y).toBeLessThan(plan.height);
          expect(window.x + window.width).toBeGreaterThan(0);
          expect(window.y + window.height).toBeGreaterThan(0);
        },
      ),
    );
  });

  it('centres a point', () => {
    const { x, y, width, height } = visibleArea(lookAt(start, { x: 900, y: 600 }, 1, plan, view), view);
    expect(x + width / 2).toBeCloseTo(900);
    expect(y + height / 2).toBeCloseTo(600);
  });

  it('has a scale while the view has no size', () => {
    expect(whole(plan, { width: 0, height: 0 }).scale).toBe(1);
  });
});
