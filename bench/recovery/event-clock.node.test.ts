import { describe, expect, it } from 'vitest';
import { wait } from '#platform';
import { seeded } from '../lib/seeded.ts';
import { createEventClock } from './event-clock.ts';

describe('the event clock', () => {
  it('runs timers by due time, then by creation order', async () => {
    const clock = createEventClock();
    const random = seeded(1);
    const made = Array.from({ length: 5_000 }, (_, nth) => ({ nth, due: Math.floor(random() * 1_000) }));
    const ran: { nth: number; due: number }[] = [];
    for (const { nth, due } of made) clock.after(due, () => ran.push({ nth, due: clock.now() }));
    await clock.runUntil(1_000);
    expect(ran).toEqual(made.toSorted((a, b) => a.due - b.due || a.nth - b.nth));
  });

  it('does not run cancelled timers, even when cancelled at their due time', async () => {
    const clock = createEventClock();
    const ran: string[] = [];
    const cancels: (() => void)[] = [];
    clock.after(5, () => ran.push('cancelled before'))();
    clock.after(10, () => cancels.forEach((cancel) => void cancel()));
    cancels.push(clock.after(10, () => ran.push('cancelled within')));
    clock.after(10, () => ran.push('kept'));
    await clock.runUntil(20);
    expect(ran).toEqual(['kept']);
  });

  it('settles promises before time advances', async () => {
    const clock = createEventClock();
    const moments: number[] = [];
    clock.after(10, async () => {
      for (let turn = 0; turn < 1_000; turn++) await Promise.resolve();
      moments.push(clock.now());
      await wait(clock, 5);
      moments.push(clock.now());
    });
    clock.after(11, () => moments.push(clock.now()));
    await clock.runUntil(100);
    expect(moments).toEqual([10, 11, 15]);
  });

  it('runs timers that are due now immediately, and rounds times up to whole milliseconds', async () => {
    const clock = createEventClock(1_000);
    const moments: number[] = [];
    clock.after(0.2, () => {
      clock.after(0, () => moments.push(clock.now()));
      clock.after(-7, () => moments.push(clock.now()));
    });
    await clock.runUntil(1_001);
    expect(moments).toEqual([1_001, 1_001]);
  });

  it('stops at the end time, keeps later timers, and continues from there', async () => {
    const clock = createEventClock();
    const moments: number[] = [];
    for (const due of [10, 11]) clock.after(due, () => moments.push(clock.now()));
    await clock.runUntil(10);
    expect([clock.now(), moments]).toEqual([10, [10]]);
    await clock.runUntil(50);
    expect([clock.now(), moments]).toEqual([50, [10, 11]]);
  });
});
