import { describe, expect, it } from 'vitest';
import { frozenTime } from '#facility';
import { createClock } from '#platform';
import { createDemoTime } from '../time.ts';
import { createPhoneClock } from './phone-clock.ts';

const START = Date.parse('2026-02-13T19:00:00Z');

function createLab() {
  const time = createDemoTime(START, frozenTime(0));
  return { time, ...createPhoneClock(time, createClock(globalThis)) };
}

describe('the clock of the phone', () => {
  it('tells the demo’s time, in whole ms', () => {
    const { time, clock } = createLab();
    time.jump(90_000.5);
    expect(clock.now()).toBe(START + 90_000);
  });

  it('waits in the demo’s time until it is called off, also for what is asked for on the way', () => {
    const { time, clock } = createLab();
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

  it('takes a next turn though the time stands still', async () => {
    const { time, clock } = createLab();
    time.setRate(0);
    await new Promise<void>((resolve) => void clock.after(0, resolve));
  });

  it('calls off a next turn, too', async () => {
    const { clock } = createLab();
    const seen: string[] = [];
    clock.after(0, () => seen.push('never'))();
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(seen).toEqual([]);
  });

  it('forgets everything with its page', () => {
    const { time, clock, stop } = createLab();
    const seen: string[] = [];
    clock.after(500, () => seen.push('late'));
    stop();
    clock.after(500, () => seen.push('after'));
    time.jump(5_000);
    expect(seen).toEqual([]);
  });
});
