// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { Device } from './device.ts';
import { isCrossOriginFramed } from './framed.ts';

type Frame = Pick<Device, 'parent' | 'location'>;

const topLevel = (origin: string): Frame => {
  const page = { location: { origin }, parent: null as unknown };
  page.parent = page;
  return page as unknown as Frame;
};
const within = (parent: Frame, origin = location.origin) => ({ location: { origin }, parent }) as unknown as Frame;
/** Like a window of another origin. */
const crossOrigin = {
  get location(): never {
    throw new DOMException('Blocked a frame', 'SecurityError');
  },
} as unknown as Frame;

describe('cross-origin framing of a page', () => {
  it.each([
    ['at the top level', topLevel(location.origin), false],
    ['in a frame of its own origin', within(topLevel(location.origin)), false],
    ['in a frame of another origin', within(crossOrigin), true],
    ['in a same-origin frame within a frame of another origin', within(within(crossOrigin)), true],
    ['in a frame of an origin that can be read', within(topLevel('null')), true],
  ])('%s', (_where, page, isFramed) => {
    expect(isCrossOriginFramed(page)).toBe(isFramed);
  });

  it('is none for the test’s own window', () => {
    expect(isCrossOriginFramed(window)).toBe(false);
  });
});
