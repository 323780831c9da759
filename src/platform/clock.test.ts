import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClock, wait } from './clock.ts';
import { createFakeClock, NOON } from './fake-clock.test-helper.ts';

describe('waiting', () => {
  it('ends after its time and not before', async () => {
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

  it('ends with the reason when it is called off, and leaves no timer behind', async () => {
    const clock = createFakeClock();
    const off = new AbortController();
    const waiting = wait(clock, 1_000, off.signal);
    off.abort(new Error('moved on'));
    await expect(waiting).rejects.toThrow('moved on');
    expect(clock.waiting()).toBe(0);
  });

  it('does not begin when it was called off before', async () => {
    const clock = createFakeClock();
    await expect(wait(clock, 1_000, AbortSignal.abort(new Error('no')))).rejects.toThrow('no');
    expect(clock.waiting()).toBe(0);
  });

  it('that ended well cares no more for the signal', async () => {
    const clock = createFakeClock();
    const off = new AbortController();
    const waiting = wait(clock, 1, off.signal);
    clock.advance(1);
    off.abort(new Error('late'));
    await expect(waiting).resolves.toBeUndefined();
  });
});

describe('the system’s clock', () => {
  beforeEach(() => void vi.useFakeTimers({ now: NOON }));
  afterEach(() => void vi.useRealTimers());

  it('tells the time and runs things later, unless they are cancelled', () => {
    const run = vi.fn();
    const clock = createClock(globalThis);
    clock.after(50, () => run(clock.now()));
    clock.after(50, run)();
    vi.advanceTimersByTime(50);
    expect(run.mock.calls).toEqual([[NOON + 50]]);
  });
});

describe('the clock of the tests', () => {
  it('runs what falls due in order, each at its moment, what is asked for on the way included', () => {
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
