import { describe, expect, it } from 'vitest';
import { type JsonStore, memoryStore } from '#platform';
import { createFakeClock, type FakeClock, NOON } from '#platform/test-helpers';
import { createRateWindows } from './rate-windows.ts';
import { createServerClock } from './server-clock.ts';

const HOUR = 3_600_000;

/** One page on a device with this clock. `answer` passes the `Date` of an answer to the server clock. */
function page(clock: FakeClock, store: JsonStore) {
  const serverClock = createServerClock(clock);
  const windows = createRateWindows(store, clock, serverClock);
  const answer = (serverTime: number) =>
    serverClock.observe(new Date(serverTime).toUTCString(), clock.now(), clock.now());
  return { windows, answer };
}

describe.each([
  ['right', 0],
  ['an hour fast', HOUR],
  ['an hour slow', -HOUR],
])('with a clock that is %s', (_how, off) => {
  it('a block lasts as long as the server said, also after a reload', () => {
    const clock = createFakeClock(NOON + off);
    const store = memoryStore();
    const first = page(clock, store);
    first.answer(NOON);
    first.windows.block('a', 60);
    clock.advance(30_000);
    const second = page(clock, store);
    expect(second.windows.blockedUntil('a')).toBe(NOON + off + 60_000);
    second.answer(NOON + 30_000);
    expect(second.windows.blockedUntil('a')).toBe(NOON + off + 60_000);
    clock.advance(30_000);
    expect(second.windows.blockedUntil('a')).toBeNull();
  });
});

describe('a clock that is changed during a block', () => {
  it.each([
    ['forward', HOUR],
    ['back', -HOUR],
  ])('moves the block with it when the server’s time is known: an hour %s', (_how, by) => {
    const clock = createFakeClock();
    const store = memoryStore();
    const first = page(clock, store);
    first.answer(NOON);
    first.windows.block('a', 60);
    clock.advance(20_000);
    clock.setTo(clock.now() + by);
    const second = page(clock, store);
    second.answer(NOON + 20_000);
    const until = second.windows.blockedUntil('a') ?? 0;
    expect(Math.abs(until - (NOON + by + 60_000))).toBeLessThanOrEqual(1_000);
    clock.advance(41_000);
    expect(second.windows.blockedUntil('a')).toBeNull();
  });

  it('ends the block early when it is set forward and the server’s time is unknown, until the next refusal', () => {
    const clock = createFakeClock();
    const { windows } = page(clock, memoryStore());
    windows.block('a', 60);
    clock.setTo(NOON + HOUR);
    expect(windows.blockedUntil('a')).toBeNull();
    expect(windows.block('a', 60)).toBe(NOON + HOUR + 60_000);
    expect(windows.blockedUntil('a')).toBe(NOON + HOUR + 60_000);
  });

  it('ends the block when it is set back and the server’s time is unknown', () => {
    const clock = createFakeClock();
    const { windows } = page(clock, memoryStore());
    windows.block('a', 60);
    clock.setTo(NOON - HOUR);
    expect(windows.blockedUntil('a')).toBeNull();
  });
});

describe('a success that used up the limit', () => {
  it('blocks without a refusal, and does not count as one', () => {
    const clock = createFakeClock();
    const { windows } = page(clock, memoryStore());
    windows.succeed('a', 20);
    expect(windows.blockedUntil('a')).toBe(NOON + 20_000);
    clock.advance(20_000);
    expect(windows.block('a', null)).toBe(NOON + 25_000);
  });

  it('stops blocking with the next success that leaves requests', () => {
    const { windows } = page(createFakeClock(), memoryStore());
    windows.succeed('a', 20);
    windows.succeed('a', null);
    expect(windows.blockedUntil('a')).toBeNull();
  });

  it('blocks nothing when the limit resets at once', () => {
    const { windows } = page(createFakeClock(), memoryStore());
    windows.succeed('a', 0);
    expect(windows.blockedUntil('a')).toBeNull();
  });
});
