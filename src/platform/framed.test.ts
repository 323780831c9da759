// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { Device } from './device.ts';
import { isCrossOriginFramed } from './framed.ts';

type Frame = Pick<Device, 'parent' | 'location'>;

const onTop = (origin: string): Frame => {
  const page = { location: { origin }, parent: null as unknown };
  page.parent = page;
  return page as unknown as Frame;
};
const within = (parent: Frame, origin = location.origin) => ({ location: { origin }, parent }) as unknown as Frame;
/** As a browser shows a window of another origin. */
const closed = {
  get location(): never {
    throw new DOMException('Blocked a frame', 'SecurityError');
  },
} as unknown as Frame;

describe('a page', () => {
  it.each([
    ['on top', onTop(location.origin), false],
    ['in a frame of its own origin', within(onTop(location.origin)), false],
    ['in a frame of another origin', within(closed), true],
    ['in a frame of its own, which another origin frames', within(within(closed)), true],
    ['in a frame of an origin that can be read', within(onTop('null')), true],
  ])('%s', (_where, page, isFramed) => {
    expect(isCrossOriginFramed(page)).toBe(isFramed);
  });

  it('is asked about itself', () => {
    expect(isCrossOriginFramed(window)).toBe(false);
  });
});
