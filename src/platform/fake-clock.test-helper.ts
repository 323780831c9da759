import type { Clock } from './clock.ts';

/** A clock that stands still until a test moves it. */
export type FakeClock = Clock & {
  /** Moves on by `ms` and runs what falls due on the way, in order, each at its own moment. */
  advance(ms: number): void;
  /** Sets the time without running anything: a person, or the network, corrects the device's clock. */
  setTo(at: number): void;
  /** How many timers are waiting. */
  waiting(): number;
};

type Timer = { readonly due: number; readonly run: () => void };

/** Starts at noon, UTC, on a summer's day in 2026. */
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
