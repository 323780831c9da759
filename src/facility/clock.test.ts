import { describe, expect, it } from 'vitest';
import { createClock } from './clock.ts';

function stillHost(at = 1000) {
  const asked: { run: () => void; ms: number; cancelled: boolean }[] = [];
  let now = at;
  return {
    asked,
    pass: (ms: number) => {
      now += ms;
    },
    host: {
      now: () => now,
      setTimer: (run: () => void, ms: number) => {
        const timer = { run, ms, cancelled: false };
        asked.push(timer);
        return () => {
          timer.cancelled = true;
        };
      },
    },
  };
}

describe('the facility’s clock', () => {
  it('runs with the host’s', () => {
    const { host, pass } = stillHost();
    const clock = createClock(host);
    pass(500);
    expect([clock.now(), clock.iso()]).toEqual([1500, '1970-01-01T00:00:01.500Z']);
  });

  it('runs what is due on the way, in order, each at its own moment', () => {
    const clock = createClock(stillHost().host);
    const heard: [string, number][] = [];
    clock.after(200, () => heard.push(['late', clock.now()]));
    clock.after(100, () => {
      heard.push(['early', clock.now()]);
      clock.after(50, () => heard.push(['follower', clock.now()]));
    });
    clock.after(100, () => heard.push(['second', clock.now()]));
    const cancel = clock.after(120, () => heard.push(['never', clock.now()]));
    cancel();
    clock.advance(300);
    expect(heard).toEqual([
      ['early', 1100],
      ['second', 1100],
      ['follower', 1150],
      ['late', 1200],
    ]);
    expect(clock.now()).toBe(1300);
  });

  it('asks the host to wake it for the next timer', () => {
    const { host, asked, pass } = stillHost();
    const clock = createClock(host);
    let rung = 0;
    clock.after(400, () => {
      rung += 1;
    });
    expect(asked.at(-1)?.ms).toBe(400);
    pass(400);
    asked.at(-1)?.run();
    expect(rung).toBe(1);
  });

  it('set back, keeps what every timer still had to wait', () => {
    const clock = createClock(stillHost(10_000).host);
    let rung = 0;
    clock.after(500, () => {
      rung += 1;
    });
    clock.set(2_000);
    clock.advance(499);
    expect(rung).toBe(0);
    clock.advance(1);
    expect([rung, clock.now()]).toEqual([1, 2_500]);
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('does not advance by %s', (ms) => {
    expect(() => createClock(stillHost().host).advance(ms)).toThrow(RangeError);
  });

  it('forgets its timers when it is stopped', () => {
    const { host, asked } = stillHost();
    const clock = createClock(host);
    clock.after(100, () => {
      throw new Error('it was stopped');
    });
    clock.stop();
    clock.advance(1000);
    expect(asked[0]?.cancelled).toBe(true);
  });
});
