import { createContext, useContext, useEffect, useState } from 'react';

/** The time and timers, such as a platform's clock. */
export type UiClock = {
  /** Epoch ms. */
  now(): number;
  /** Runs once after `ms`. Returns a cancel function. */
  after(ms: number, run: () => void): () => void;
};

/** Provided by `app/`. The hooks below throw without it. */
export const ClockContext = createContext(null as unknown as UiClock);

/** The device's time (epoch ms), updated every `everyMs` while `isTicking`. */
export function useNow(everyMs: number, isTicking = true): number {
  const clock = useContext(ClockContext);
  const [now, setNow] = useState(clock.now);
  useEffect(() => {
    if (!isTicking) return;
    setNow(clock.now());
    return repeat(clock, everyMs, () => setNow(clock.now()));
  }, [clock, everyMs, isTicking]);
  return now;
}

/** Whether `moment` (epoch ms) is in the future; false for null. */
export function useIsBefore(moment: number | null): boolean {
  const clock = useContext(ClockContext);
  const [passed, setPassed] = useState<number | null>(null);
  useEffect(() => {
    if (moment === null) return;
    return clock.after(Math.max(0, moment - clock.now()), () => setPassed(moment));
  }, [clock, moment]);
  return moment !== null && passed !== moment;
}

/** Whole seconds, rounded up, until `until` (epoch ms); 0 when it is past or null. Stops ticking at 0. */
export function useSecondsUntil(until: number | null): number {
  const clock = useContext(ClockContext);
  const [seconds, setSeconds] = useState(() => secondsUntil(clock, until));
  useEffect(() => {
    const left = () => secondsUntil(clock, until);
    setSeconds(left());
    if (until === null) return;
    const stop = repeat(clock, 250, () => {
      setSeconds(left());
      if (left() === 0) stop();
    });
    return stop;
  }, [clock, until]);
  return seconds;
}

function secondsUntil(clock: UiClock, until: number | null): number {
  return until === null ? 0 : Math.max(0, Math.ceil((until - clock.now()) / 1000));
}

/** Runs every `ms`. Returns a function that stops it. */
function repeat(clock: UiClock, ms: number, run: () => void): () => void {
  let cancel = () => {};
  const again = () => {
    cancel = clock.after(ms, again);
    run();
  };
  cancel = clock.after(ms, again);
  return () => cancel();
}
