// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createJsonStore } from '#platform';
import { createFakeClock, NOON } from '#platform/test-helpers';
import { createRateWindows, type RateWindows } from './rate-windows.ts';
import { createServerClock } from './server-clock.ts';

const SCOPE = 'api/x +1303';
const KEY = 'door-access:rate-windows';

beforeEach(() => localStorage.clear());

/** Three tabs of one browser. Each has read storage once; `dispatch` sends the storage event that jsdom does not. */
function threeTabs() {
  const clock = createFakeClock();
  const open = () => {
    const store = createJsonStore(() => localStorage, window);
    return createRateWindows(store, clock, createServerClock(clock));
  };
  const tabs: [RateWindows, RateWindows, RateWindows] = [open(), open(), open()];
  const dispatch = (key: string | null) =>
    dispatchEvent(new StorageEvent('storage', { key, storageArea: localStorage }));
  const untilOf = (scope: string) => tabs.map((tab) => tab.blockedUntil(scope));
  return { clock, tabs, open, dispatch, untilOf };
}

describe('three tabs', () => {
  it('see the beginning and the end of a block with the storage event', () => {
    const { tabs, dispatch, untilOf } = threeTabs();
    const changed = vi.fn();
    tabs[2].subscribe(changed);
    tabs[0].block(SCOPE, 35);
    expect(untilOf(SCOPE)).toEqual([NOON + 35_000, null, null]);
    dispatch(KEY);
    expect(untilOf(SCOPE)).toEqual([NOON + 35_000, NOON + 35_000, NOON + 35_000]);
    expect(changed).toHaveBeenCalledTimes(1);
    tabs[1].succeed(SCOPE, null);
    dispatch(null);
    expect(untilOf(SCOPE)).toEqual([null, null, null]);
    expect(changed).toHaveBeenCalledTimes(2);
  });

  it('are blocked until the same moment', () => {
    const { clock, tabs, dispatch, untilOf } = threeTabs();
    tabs[1].block(SCOPE, 35);
    dispatch(KEY);
    clock.advance(34_999);
    expect(untilOf(SCOPE)).not.toContain(null);
    clock.advance(1);
    expect(untilOf(SCOPE)).toEqual([null, null, null]);
  });

  it('keep the blocks of other tabs when each adds its own', () => {
    const { tabs, dispatch, untilOf } = threeTabs();
    for (const [nth, tab] of tabs.entries()) tab.block(`scope ${nth}`, 35);
    dispatch(KEY);
    for (const nth of tabs.keys()) expect(untilOf(`scope ${nth}`)).not.toContain(null);
  });

  it('are all blocked by a success that used up the limit', () => {
    const { tabs, dispatch, untilOf } = threeTabs();
    tabs[0].succeed(SCOPE, 20);
    dispatch(KEY);
    expect(untilOf(SCOPE)).toEqual([NOON + 20_000, NOON + 20_000, NOON + 20_000]);
  });

  it('share the block with a tab that is opened later', () => {
    const { clock, tabs, open } = threeTabs();
    tabs[2].block(SCOPE, 35);
    clock.advance(10_000);
    expect(open().blockedUntil(SCOPE)).toBe(NOON + 35_000);
  });

  it('ignore other storage keys', () => {
    const { tabs, dispatch } = threeTabs();
    const changed = vi.fn();
    tabs[0].subscribe(changed);
    dispatch('door-access:session');
    expect(changed).not.toHaveBeenCalled();
  });
});
