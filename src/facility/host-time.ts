import type { HostTime } from './clock.ts';

/** The system clock and timers. */
export const realTime: HostTime = {
  now: () => Date.now(),
  setTimer(run, ms) {
    const id = setTimeout(run, ms);
    return () => clearTimeout(id);
  },
};

/** A host whose clock is fixed at `epochMs`; only `clock.advance` and `clock.set` change the facility's time. */
export function frozenTime(epochMs: number): HostTime {
  return { now: () => epochMs, setTimer: () => () => undefined };
}
