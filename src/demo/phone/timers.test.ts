import { describe, expect, it } from 'vitest';
import { frozenTime } from '#facility';
import { createDemoTime } from '../time.ts';
import { phoneTimers } from './timers.ts';

const START = Date.parse('2026-02-13T19:00:00Z');

function createLab() {
  const time = createDemoTime(START, frozenTime(0));
  return { time, ...phoneTimers(time, globalThis) };
}

describe('the clock and the timers of the phone', () => {
  it('tell the demo’s time: now, a new Date, and what was given to one', () => {
    const { time, globals } = createLab();
    time.jump(90_000.5);
    expect(globals.Date.now()).toBe(START + 90_000);
    expect(new globals.Date().toISOString()).toBe('2026-02-13T19:01:30.000Z');
    expect(new globals.Date('2026-01-01T00:00:00Z').getTime()).toBe(Date.parse('2026-01-01T00:00:00Z'));
    expect(new globals.Date()).toBeInstanceOf(Date);
  });

  it('wait in the demo’s time, with what they are given, until they are called off', () => {
    const { time, globals } = createLab();
    const seen: unknown[] = [];
    globals.setTimeout((word) => seen.push(word), 1_000, 'once');
    const off = globals.setTimeout(() => seen.push('never'), 1_000);
    const again = globals.setInterval(() => seen.push('again'), 400);
    globals.clearTimeout(off);
    time.jump(1_000);
    expect(seen).toEqual(['again', 'again', 'once']);
    globals.clearInterval(again);
    time.jump(10_000);
    expect(seen).toHaveLength(3);
  });

  it('take a next turn though the time stands still', async () => {
    const { time, globals } = createLab();
    time.setRate(0);
    await new Promise<void>((resolve) => void globals.setTimeout(() => resolve()));
  });

  it('are forgotten with their page', () => {
    const { time, globals, stop } = createLab();
    const seen: string[] = [];
    globals.setTimeout(() => seen.push('late'), 500);
    globals.setInterval(() => seen.push('again'), 100);
    stop();
    globals.setTimeout(() => seen.push('after'), 500);
    time.jump(5_000);
    expect(seen).toEqual([]);
  });
});
