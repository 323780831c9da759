import { describe, expect, it } from 'vitest';
import { createClock } from './clock.ts';

function stillHost(at = 1000) {
  const hostTimers: { run: () => void; ms: number; cancelled: boolean }[] = [];
  let now = at;
  return {
    hostTimers,
    pass: (ms: number) => {
      now += ms;
    },
    host: {
      now: () => now,
      setTimer: (run: () => void, ms: number) => {
        const timer = { run, ms, cancelled: false };
        hostTimers.push(timer);
        return () => {
          timer.cancelled = true;
        };
      },
    },
  };
}

describe('the clock of the facility', () => {
  it('advances with the host clock', () => {
    const { host, pass } = stillHost();
    const clock = createClock(host);
    pass(500);
    expect([clock.now(), clock.iso()]).toEqual([1500, '1970-01-01T00:00:01.500Z']);
  });

  it('runs due timers in order, each with the clock at its due time', () => {
    const clock = createClock(stillHost().host);
    const calls: [string, number][] = [];
    clock.after(200, () => calls.push(['late', clock.now()]));
    clock.after(100, () => {
      calls.push(['early', clock.now()]);
      clock.after(50, () => calls.push(['follower', clock.now()]));
    });
    clock.after(100, () => calls.push(['second', clock.now()]));
    const cancel = clock.after(120, () => calls.push(['never', clock.now()]));
    cancel();
    clock.advance(300);
    expect(calls).toEqual([
      ['early', 1100],
      ['second', 1100],
      ['follower', 1150],
      ['late', 1200],
    ]);
    expect(clock.now()).toBe(1300);
  });

  it('sets a host timer for the next due timer', () => {
    const { host, hostTimers, pass } = stillHost();
    const clock = createClock(host);
    let fired = 0;
    clock.after(400, () => {
      fired += 1;
    });
    expect(hostTimers.at(-1)?.ms).toBe(400);
    pass(400);
    hostTimers.at(-1)?.run();
    expect(fired).toBe(1);
  });

  it('keeps the remaining time of each timer when the clock is set back', () => {
    const clock = createClock(stillHost(10_000).host);
    let fired = 0;
    clock.after(500, () => {
      fired += 1;
    });
    clock.set(2_000);
    clock.advance(499);
    expect(fired).toBe(0);
    clock.advance(1);
    expect([fired, clock.now()]).toEqual([1, 2_500]);
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('does not advance by %s', (ms) => {
    expect(() => createClock(stillHost().host).advance(ms)).toThrow(RangeError);
  });

  it('cancels its timers when it is stopped', () => {
    const { host, hostTimers } = stillHost();
    const clock = createClock(host);
    clock.after(100, () => {
      throw new Error('the clock was stopped');
    });
    clock.stop();
    clock.advance(1000);
    expect(hostTimers[0]?.cancelled).toBe(true);
  });
});
