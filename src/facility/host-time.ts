import type { HostTime } from './clock.ts';

/** The machine's own clock and timers. */
export const realTime: HostTime = {
  now: () => Date.now(),
  setTimer(run, ms) {
    const id = setTimeout(run, ms);
    return () => clearTimeout(id);
  },
};

/** A host whose time stands still at `epochMs`: only `clock.advance` and `clock.set` move a facility made with it. */
export function frozenTime(epochMs: number): HostTime {
  return { now: () => epochMs, setTimer: () => () => undefined };
}
