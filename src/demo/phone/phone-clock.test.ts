import { describe, expect, it } from 'vitest';
import { frozenTime } from '#facility';
import { createClock } from '#platform';
import { createDemoTime } from '../time.ts';
import { createPhoneClock } from './phone-clock.ts';

const START = Date.parse('2026-02-13T19:00:00Z');

function createHarness() {
  const time = createDemoTime(START, frozenTime(0));
  return { time, ...createPhoneClock(time, createClock(globalThis)) };
}

describe('the clock of the phone', () => {
  it('returns the demo’s time in whole ms', () => {
    const { time, clock } = createHarness();
    time.jump(90_000.5);
    expect(clock.now()).toBe(START + 90_000);
  });

  it('runs timers in the demo’s time, including timers set by timers, but no cancelled timers', () => {
    const { time, clock } = createHarness();
    const seen: string[] = [];
    clock.after(1_000, () => seen.push('once'));
    const off = clock.after(1_000, () => seen.push('never'));
    let stop = () => {};
    const again = () => {
      stop = clock.after(400, again);
      seen.push('again');
    };
    stop = clock.after(400, again);
    off();
    time.jump(1_000);
    expect(seen).toEqual(['again', 'again', 'once']);
    stop();
    time.jump(10_000);
    expect(seen).toHaveLength(3);
  });

  it('runs a short delay while the time is stopped', async () => {
    const { time, clock } = createHarness();
    time.setRate(0);
    await new Promise<void>((resolve) => void clock.after(0, resolve));
  });

  it('cancels a short delay', async () => {
    const { clock } = createHarness();
    const seen: string[] = [];
    clock.after(0, () => seen.push('never'))();
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(seen).toEqual([]);
  });

  it('cancels all timers when it is stopped', () => {
    const { time, clock, stop } = createHarness();
    const seen: string[] = [];
    clock.after(500, () => seen.push('late'));
    stop();
    clock.after(500, () => seen.push('after'));
    time.jump(5_000);
    expect(seen).toEqual([]);
  });
});
