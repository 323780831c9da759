import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createDemoTime } from './time.ts';

/** A host whose time advances only in `pass` and `sleep`. */
function createHost() {
  let now = 1_000;
  let timers: { due: number; run: () => void }[] = [];
  return {
    now: () => now,
    setTimer(run: () => void, ms: number) {
      const timer = { due: now + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
    /** Time passes without any timer firing. */
    sleep(ms: number) {
      now += ms;
    },
    pass(ms: number) {
      const target = now + ms;
      for (;;) {
        const [next] = timers.filter(({ due }) => due <= target).sort((a, b) => a.due - b.due);
        if (!next) break;
        timers = timers.filter((one) => one !== next);
        now = Math.max(now, next.due);
        next.run();
      }
      now = target;
    },
  };
}

describe('the time of the demo', () => {
  it('starts at the given time and runs with the host', () => {
    const host = createHost();
    const time = createDemoTime(50_000, host);
    host.pass(700);
    expect(time.now()).toBe(50_700);
  });

  it('stops at a rate of 0 with its timers, and continues from there', () => {
    const host = createHost();
    const time = createDemoTime(0, host);
    const seen: number[] = [];
    time.setTimer(() => seen.push(time.now()), 1_000);
    host.pass(400);
    time.setRate(0);
    host.pass(60_000);
    expect([time.now(), seen]).toEqual([400, []]);
    time.setRate(1);
    host.pass(600);
    expect(seen).toEqual([1_000]);
  });

  it('stops while it is held, at any rate', () => {
    const host = createHost();
    const time = createDemoTime(0, host);
    time.hold(true);
    time.setRate(60);
    host.pass(1_000);
    expect([time.now(), time.rate(), time.isHeld()]).toEqual([0, 60, true]);
    time.hold(false);
    host.pass(1_000);
    expect(time.now()).toBe(60_000);
  });

  it('does not skip ahead after the device was busy or asleep', () => {
    const host = createHost();
    const time = createDemoTime(0, host);
    const seen: number[] = [];
    time.setTimer(() => seen.push(time.now()), 2_000);
    host.sleep(3_600_000);
    expect([time.now(), seen]).toEqual([100, []]);
    host.pass(1_900);
    expect(seen).toEqual([2_000]);
  });

  it('continues after an error in a timer, and runs no timer after its end', async () => {
    const time = createDemoTime(0, createHost());
    const reported: unknown[] = [];
    vi.stubGlobal('queueMicrotask', (report: () => void) => reported.push(report));
    const seen: string[] = [];
    time.setTimer(() => {
      throw new Error('mine');
    }, 10);
    time.setTimer(() => seen.push('after it'), 20);
    time.jump(30);
    expect([reported.length, seen]).toEqual([1, ['after it']]);
    vi.unstubAllGlobals();
    time.setTimer(() => seen.push('late'), 10);
    time.end();
    time.jump(100);
    expect(seen).toEqual(['after it']);
  });

  it('runs sixty times as fast at a rate of 60', () => {
    const host = createHost();
    const time = createDemoTime(0, host);
    const seen: number[] = [];
    time.setTimer(() => seen.push(time.now()), 60_000);
    time.setRate(60);
    host.pass(1_000);
    expect([time.now(), seen]).toEqual([60_000, [60_000]]);
  });

  it('runs timers during a jump at their due times, even while it is stopped', () => {
    const time = createDemoTime(0, createHost());
    time.setRate(0);
    const seen: number[] = [];
    time.setTimer(() => {
      seen.push(time.now());
      time.setTimer(() => seen.push(time.now()), 500);
    }, 1_000);
    time.jump(2_000);
    expect([time.now(), seen]).toEqual([2_000, [1_000, 1_500]]);
  });

  it('runs no cancelled timer, and notifies of rates and jumps', () => {
    const host = createHost();
    const time = createDemoTime(0, host);
    let notified = 0;
    const unsubscribe = time.subscribe(() => {
      notified += 1;
    });
    const cancel = time.setTimer(() => expect.unreachable(), 10);
    cancel();
    time.setRate(2);
    time.jump(1_000);
    unsubscribe();
    time.setRate(1);
    expect(notified).toBe(2);
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('rejects %s as a jump and as a rate', (wrong) => {
    const time = createDemoTime(0, createHost());
    expect(() => time.jump(wrong)).toThrow(RangeError);
    expect(() => time.setRate(wrong)).toThrow(RangeError);
  });

  it('never goes back, and runs each timer once and in order, for any sequence of changes', () => {
    const moves = fc.array(
      fc.oneof(
        fc.record({ kind: fc.constant('rate' as const), value: fc.constantFrom(0, 1, 60) }),
        fc.record({ kind: fc.constant('jump' as const), value: fc.nat(5_000) }),
        fc.record({ kind: fc.constant('pass' as const), value: fc.nat(5_000) }),
        fc.record({ kind: fc.constant('timer' as const), value: fc.nat(8_000) }),
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(moves, (all) => {
        const host = createHost();
        const time = createDemoTime(0, host);
        const fired: number[] = [];
        let timers = 0;
        let last = 0;
        for (const { kind, value } of all) {
          if (kind === 'rate') time.setRate(value);
          if (kind === 'jump') time.jump(value);
          if (kind === 'pass') host.pass(value);
          if (kind === 'timer') {
            timers += 1;
            time.setTimer(() => fired.push(time.now()), value);
          }
          expect(time.now()).toBeGreaterThanOrEqual(last);
          last = time.now();
        }
        time.jump(10_000);
        expect(fired).toHaveLength(timers);
        expect(fired).toEqual([...fired].sort((a, b) => a - b));
      }),
    );
  });
});
