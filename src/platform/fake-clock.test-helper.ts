import type { Clock } from './clock.ts';

/** A clock that only a test advances. */
export type FakeClock = Clock & {
  /** Advances by `ms` and runs due timers in order, each at its own time. */
  advance(ms: number): void;
  /** Sets the time without running timers, like a correction of the device's clock. */
  setTo(at: number): void;
  /** The number of pending timers. */
  waiting(): number;
};

type Timer = { readonly due: number; readonly run: () => void };

/** Noon UTC on 2026-07-01. Epoch ms. */
export const NOON = Date.UTC(2026, 6, 1, 12);

export function createFakeClock(start = NOON): FakeClock {
  let now = start;
  let timers: Timer[] = [];

  const takeDueBy = (end: number): Timer | undefined => {
    const next = timers.reduce<Timer | undefined>((a, b) => (a && a.due <= b.due ? a : b), undefined);
    if (!next || next.due > end) return undefined;
    timers = timers.filter((timer) => timer !== next);
    return next;
  };

  return {
    now: () => now,
    after(ms, run) {
      const timer = { due: now + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
    advance(ms) {
      const end = now + ms;
      for (let timer = takeDueBy(end); timer; timer = takeDueBy(end)) {
        now = Math.max(now, timer.due);
        timer.run();
      }
      now = end;
    },
    setTo(at) {
      now = at;
    },
    waiting: () => timers.length,
  };
}
