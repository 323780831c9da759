import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClock, wait } from './clock.ts';
import { createFakeClock, NOON } from './fake-clock.test-helper.ts';

describe('wait', () => {
  it('resolves after its time and not before', async () => {
    const clock = createFakeClock();
    const ended = vi.fn();
    const waiting = wait(clock, 1_000).then(ended);
    clock.advance(999);
    await Promise.resolve();
    expect(ended).not.toHaveBeenCalled();
    clock.advance(1);
    await waiting;
    expect(ended).toHaveBeenCalled();
  });

  it('rejects with the reason of an abort, and leaves no timer', async () => {
    const clock = createFakeClock();
    const controller = new AbortController();
    const waiting = wait(clock, 1_000, controller.signal);
    controller.abort(new Error('moved on'));
    await expect(waiting).rejects.toThrow('moved on');
    expect(clock.waiting()).toBe(0);
  });

  it('rejects at once when the signal was aborted before', async () => {
    const clock = createFakeClock();
    await expect(wait(clock, 1_000, AbortSignal.abort(new Error('no')))).rejects.toThrow('no');
    expect(clock.waiting()).toBe(0);
  });

  it('ignores an abort after it has resolved', async () => {
    const clock = createFakeClock();
    const controller = new AbortController();
    const waiting = wait(clock, 1, controller.signal);
    clock.advance(1);
    controller.abort(new Error('late'));
    await expect(waiting).resolves.toBeUndefined();
  });
});

describe('the system’s clock', () => {
  beforeEach(() => void vi.useFakeTimers({ now: NOON }));
  afterEach(() => void vi.useRealTimers());

  it('gives the time and runs timers unless they are cancelled', () => {
    const run = vi.fn();
    const clock = createClock(globalThis);
    clock.after(50, () => run(clock.now()));
    clock.after(50, run)();
    vi.advanceTimersByTime(50);
    expect(run.mock.calls).toEqual([[NOON + 50]]);
  });
});

describe('the fake clock', () => {
  it('runs due timers in order and at their times, including those that they add', () => {
    const clock = createFakeClock(0);
    const log: string[] = [];
    clock.after(30, () => log.push(`c ${clock.now()}`));
    clock.after(10, () => {
      log.push(`a ${clock.now()}`);
      clock.after(5, () => log.push(`b ${clock.now()}`));
    });
    clock.after(20, () => log.push('cancelled'))();
    clock.advance(30);
    expect([log, clock.now()]).toEqual([['a 10', 'b 15', 'c 30'], 30]);
  });
});
