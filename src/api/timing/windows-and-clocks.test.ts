import { describe, expect, it } from 'vitest';
import { type JsonStore, memoryStore } from '#platform';
import { createFakeClock, type FakeClock, NOON } from '#platform/test-helpers';
import { createRateWindows } from './rate-windows.ts';
import { createServerClock } from './server-clock.ts';

const HOUR = 3_600_000;

/** One page on a device: its server's time is real, its own clock is off by so much. */
function page(clock: FakeClock, store: JsonStore) {
  const serverClock = createServerClock(clock);
  const windows = createRateWindows(store, clock, serverClock);
  const hears = (serverTime: number) =>
    serverClock.observe(new Date(serverTime).toUTCString(), clock.now(), clock.now());
  return { windows, hears };
}

describe.each([
  ['right', 0],
  ['an hour fast', HOUR],
  ['an hour slow', -HOUR],
])('with a clock that is %s', (_how, off) => {
  it('a window lasts as long as the server said, through a reload too', () => {
    const clock = createFakeClock(NOON + off);
    const store = memoryStore();
    const first = page(clock, store);
    first.hears(NOON);
    first.windows.block('a', 60);
    clock.advance(30_000);
    const second = page(clock, store);
    expect(second.windows.blockedUntil('a')).toBe(NOON + off + 60_000);
    second.hears(NOON + 30_000);
    expect(second.windows.blockedUntil('a')).toBe(NOON + off + 60_000);
    clock.advance(30_000);
    expect(second.windows.blockedUntil('a')).toBeNull();
  });
});

describe('a clock that is set in the middle of a window', () => {
  it.each([
    ['an hour on', HOUR],
    ['an hour back', -HOUR],
  ])('%s moves the window along, once the server has told', (_how, by) => {
    const clock = createFakeClock();
    const store = memoryStore();
    const first = page(clock, store);
    first.hears(NOON);
    first.windows.block('a', 60);
    clock.advance(20_000);
    clock.setTo(clock.now() + by);
    const second = page(clock, store);
    second.hears(NOON + 20_000);
    const until = second.windows.blockedUntil('a') ?? 0;
    expect(Math.abs(until - (NOON + by + 60_000))).toBeLessThanOrEqual(1_000);
    clock.advance(41_000);
    expect(second.windows.blockedUntil('a')).toBeNull();
  });

  it('on ends the window early where the server has not told: the next refusal closes it again', () => {
    const clock = createFakeClock();
    const { windows } = page(clock, memoryStore());
    windows.block('a', 60);
    clock.setTo(NOON + HOUR);
    expect(windows.blockedUntil('a')).toBeNull();
    expect(windows.block('a', 60)).toBe(NOON + HOUR + 60_000);
    expect(windows.blockedUntil('a')).toBe(NOON + HOUR + 60_000);
  });

  it('back locks nobody out where the server has not told', () => {
    const clock = createFakeClock();
    const { windows } = page(clock, memoryStore());
    windows.block('a', 60);
    clock.setTo(NOON - HOUR);
    expect(windows.blockedUntil('a')).toBeNull();
  });
});

describe('a good answer that was the last of its limit', () => {
  it('closes the window without having to be refused, and counts as no refusal', () => {
    const clock = createFakeClock();
    const { windows } = page(clock, memoryStore());
    windows.succeed('a', 20);
    expect(windows.blockedUntil('a')).toBe(NOON + 20_000);
    clock.advance(20_000);
    expect(windows.block('a', null)).toBe(NOON + 25_000);
  });

  it('is forgotten with the next good answer that was not the last', () => {
    const { windows } = page(createFakeClock(), memoryStore());
    windows.succeed('a', 20);
    windows.succeed('a', null);
    expect(windows.blockedUntil('a')).toBeNull();
  });

  it('closes nothing when the limit begins anew at once', () => {
    const { windows } = page(createFakeClock(), memoryStore());
    windows.succeed('a', 0);
    expect(windows.blockedUntil('a')).toBeNull();
  });
});
