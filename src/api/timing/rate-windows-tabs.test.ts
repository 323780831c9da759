// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createJsonStore } from '#platform';
import { createFakeClock, NOON } from '#platform/test-helpers';
import { createRateWindows, type RateWindows } from './rate-windows.ts';
import { createServerClock } from './server-clock.ts';

const SCOPE = 'api/x +1303';
const KEY = 'door-access:rate-windows';

beforeEach(() => localStorage.clear());

/** Three tabs of one browser: each has read storage for itself, and hears of it only by `hear`. */
function threeTabs() {
  const clock = createFakeClock();
  const open = () => {
    const store = createJsonStore(() => localStorage, window);
    return createRateWindows(store, clock, createServerClock(clock));
  };
  const tabs: [RateWindows, RateWindows, RateWindows] = [open(), open(), open()];
  const hear = (key: string | null) => dispatchEvent(new StorageEvent('storage', { key, storageArea: localStorage }));
  const untilOf = (scope: string) => tabs.map((tab) => tab.blockedUntil(scope));
  return { clock, tabs, open, hear, untilOf };
}

describe('three tabs', () => {
  it('learn of a window as soon as storage speaks of it, and of its reopening', () => {
    const { tabs, hear, untilOf } = threeTabs();
    const changed = vi.fn();
    tabs[2].subscribe(changed);
    tabs[0].block(SCOPE, 35);
    expect(untilOf(SCOPE)).toEqual([NOON + 35_000, null, null]);
    hear(KEY);
    expect(untilOf(SCOPE)).toEqual([NOON + 35_000, NOON + 35_000, NOON + 35_000]);
    expect(changed).toHaveBeenCalledTimes(1);
    tabs[1].succeed(SCOPE, null);
    hear(null);
    expect(untilOf(SCOPE)).toEqual([null, null, null]);
    expect(changed).toHaveBeenCalledTimes(2);
  });

  it('are let go at the same moment, and not one of them before', () => {
    const { clock, tabs, hear, untilOf } = threeTabs();
    tabs[1].block(SCOPE, 35);
    hear(KEY);
    clock.advance(34_999);
    expect(untilOf(SCOPE)).not.toContain(null);
    clock.advance(1);
    expect(untilOf(SCOPE)).toEqual([null, null, null]);
  });

  it('keep one another’s windows when each closes one of its own', () => {
    const { tabs, hear, untilOf } = threeTabs();
    for (const [nth, tab] of tabs.entries()) tab.block(`scope ${nth}`, 35);
    hear(KEY);
    for (const nth of tabs.keys()) expect(untilOf(`scope ${nth}`)).not.toContain(null);
  });

  it('close together for a good answer that was the last of its limit', () => {
    const { tabs, hear, untilOf } = threeTabs();
    tabs[0].succeed(SCOPE, 20);
    hear(KEY);
    expect(untilOf(SCOPE)).toEqual([NOON + 20_000, NOON + 20_000, NOON + 20_000]);
  });

  it('and a fourth that is opened or reloaded later all wait for the same moment', () => {
    const { clock, tabs, open } = threeTabs();
    tabs[2].block(SCOPE, 35);
    clock.advance(10_000);
    expect(open().blockedUntil(SCOPE)).toBe(NOON + 35_000);
  });

  it('are not bothered by what else is stored', () => {
    const { tabs, hear } = threeTabs();
    const changed = vi.fn();
    tabs[0].subscribe(changed);
    hear('door-access:session');
    expect(changed).not.toHaveBeenCalled();
  });
});
