import { describe, expect, it, vi } from 'vitest';
import { type Clock, type JsonStore, memoryStore } from '#platform';
import { createFakeClock, NOON } from '#platform/test-helpers';
import { createRateWindows as createWindows } from './rate-windows.ts';
import { createServerClock } from './server-clock.ts';

const SCOPE = 'api/x +1303';

const createRateWindows = (store: JsonStore, clock: Clock, serverClock = createServerClock(clock)) =>
  createWindows(store, clock, serverClock);

function setUp() {
  const clock = createFakeClock();
  const store = memoryStore();
  return { clock, store, windows: createRateWindows(store, clock) };
}

describe('a rate-limit window', () => {
  it('blocks nothing before the first refusal', () => {
    expect(setUp().windows.blockedUntil(SCOPE)).toBeNull();
  });

  it('blocks until the moment that the server named', () => {
    const { clock, windows } = setUp();
    expect(windows.block(SCOPE, 35)).toBe(NOON + 35_000);
    clock.advance(34_999);
    expect(windows.blockedUntil(SCOPE)).toBe(NOON + 35_000);
    clock.advance(1);
    expect(windows.blockedUntil(SCOPE)).toBeNull();
  });

  it('blocks no other scope', () => {
    const { windows } = setUp();
    windows.block(SCOPE, 35);
    expect(windows.blockedUntil('api/x +1304')).toBeNull();
  });

  it('blocks nothing when the server named a moment in the past', () => {
    const { windows } = setUp();
    windows.block(SCOPE, 0);
    expect(windows.blockedUntil(SCOPE)).toBeNull();
  });

  it('doubles with each refusal in a row that names no time, up to 80 seconds', () => {
    const { clock, windows } = setUp();
    const waits = Array.from({ length: 7 }, () => {
      const wait = (windows.block(SCOPE, null) - clock.now()) / 1000;
      clock.advance(wait * 1000);
      return wait;
    });
    expect(waits).toEqual([5, 10, 20, 40, 80, 80, 80]);
  });

  it('ends with a success, which resets the doubling', () => {
    const { clock, windows } = setUp();
    windows.block(SCOPE, null);
    clock.advance(5_000);
    windows.block(SCOPE, null);
    windows.succeed(SCOPE, null);
    expect(windows.blockedUntil(SCOPE)).toBeNull();
    expect(windows.block(SCOPE, null)).toBe(NOON + 10_000);
  });

  it('reports a longer wait as the server named it, but blocks for one hour at most', () => {
    const { clock, windows } = setUp();
    expect(windows.block(SCOPE, 7_200)).toBe(NOON + 7_200_000);
    clock.advance(3_599_999);
    expect(windows.blockedUntil(SCOPE)).toBe(NOON + 7_200_000);
    clock.advance(1);
    expect(windows.blockedUntil(SCOPE)).toBeNull();
  });

  it('does not block for years when the device’s clock is set back', () => {
    const { clock, windows } = setUp();
    windows.block(SCOPE, 60);
    clock.setTo(NOON - 365 * 86_400_000);
    expect(windows.blockedUntil(SCOPE)).toBeNull();
  });
});

describe('a stored rate-limit window', () => {
  it('still blocks after a reload', () => {
    const { clock, store, windows } = setUp();
    windows.block(SCOPE, 35);
    expect(createRateWindows(store, clock).blockedUntil(SCOPE)).toBe(NOON + 35_000);
  });

  it('keeps doubling after a reload', () => {
    const { clock, store, windows } = setUp();
    windows.block(SCOPE, null);
    clock.advance(5_000);
    expect(createRateWindows(store, clock).block(SCOPE, null)).toBe(NOON + 15_000);
  });

  it.each([['text'], [7], [{}], [[null]], [[['a']]], [[['a', null]]], [[['a', { from: 1, until: 'x', refusals: 1 }]]]])(
    'is ignored when storage contains %j',
    (kept) => {
      const { clock, store } = setUp();
      store.set('rate-windows', kept);
      const windows = createRateWindows(store, clock);
      expect(windows.blockedUntil('a')).toBeNull();
      expect(windows.block('a', 5)).toBe(NOON + 5_000);
    },
  );

  it('is removed an hour after its end', () => {
    const { clock, store, windows } = setUp();
    windows.block('old', 1);
    clock.advance(3_602_000);
    windows.block(SCOPE, 1);
    expect(store.get('rate-windows')).toHaveLength(1);
  });

  it('is stored under a hash that hundreds of phone numbers share', () => {
    const { store, windows } = setUp();
    windows.block('api/auth +13035550101', 35);
    const [[key] = []] = store.get('rate-windows') as [string][];
    expect(key).toMatch(/^[0-9a-z]{1,5}$/);
  });

  it('is removed from the device and from memory at sign-out', () => {
    const { clock, store, windows } = setUp();
    windows.block(SCOPE, 35);
    const changed = vi.fn();
    windows.subscribe(changed);
    windows.forget();
    expect(store.get('rate-windows')).toBeNull();
    expect(windows.blockedUntil(SCOPE)).toBeNull();
    expect(changed).toHaveBeenCalledTimes(1);
    expect(createRateWindows(store, clock).blockedUntil(SCOPE)).toBeNull();
  });
});

describe('refusals of one burst', () => {
  it('count once, so the wait does not double', () => {
    const { clock, windows } = setUp();
    const named = Array.from({ length: 5 }, () => windows.block(SCOPE, null));
    expect(named).toEqual(Array.from({ length: 5 }, () => NOON + 5_000));
    clock.advance(5_000);
    expect(windows.block(SCOPE, null)).toBe(NOON + 15_000);
  });

  it('block until the latest moment that any of them named', () => {
    const { windows } = setUp();
    windows.block(SCOPE, 60);
    expect([windows.block(SCOPE, null), windows.block(SCOPE, 30)]).toEqual([NOON + 60_000, NOON + 60_000]);
    expect(windows.block(SCOPE, 90)).toBe(NOON + 90_000);
    expect(windows.blockedUntil(SCOPE)).toBe(NOON + 90_000);
  });

  it('start with the first wait after a success that used up the limit', () => {
    const { windows } = setUp();
    windows.succeed(SCOPE, 2);
    expect(windows.block(SCOPE, null)).toBe(NOON + 5_000);
  });

  it('count once across tabs, before the storage event arrives', () => {
    const { clock, store } = setUp();
    const [here, there] = [createRateWindows(store, clock), createRateWindows(store, clock)];
    here.block(SCOPE, 60);
    expect(there.block(SCOPE, null)).toBe(NOON + 60_000);
  });

  it('end with the block: the next one may be shorter', () => {
    const { clock, windows } = setUp();
    windows.block(SCOPE, 60);
    clock.advance(60_000);
    expect(windows.block(SCOPE, 10)).toBe(NOON + 70_000);
  });
});

describe('a subscriber', () => {
  it('is called when a block begins or ends, until it unsubscribes', () => {
    const { windows } = setUp();
    const changed = vi.fn();
    const unsubscribe = windows.subscribe(changed);
    windows.block(SCOPE, 5);
    windows.succeed(SCOPE, null);
    windows.succeed(SCOPE, null);
    expect(changed).toHaveBeenCalledTimes(2);
    unsubscribe();
    windows.block(SCOPE, 5);
    expect(changed).toHaveBeenCalledTimes(2);
  });
});
