import type { Clock } from '#platform';
import type { DemoTime } from '../time.ts';

/** Shorter delays only defer work; they use real time, so that they pass while the demo's time is held. Ms. */
const MIN_DELAY_MS = 50;

/**
 * The clock of the phone, in the demo's time. `stop` cancels all timers and ignores new ones.
 *
 * @param real the browser's clock, for short delays
 */
export function createPhoneClock(time: DemoTime, real: Clock): { readonly clock: Clock; readonly stop: () => void } {
  const cancels = new Set<() => void>();
  let isStopped = false;
  return {
    clock: {
      // Integer, as from `Date.now()`.
      now: () => Math.floor(time.now()),
      after(ms, run) {
        if (isStopped) return () => {};
        const due = () => {
          cancels.delete(cancel);
          run();
        };
        const cancelTimer = ms >= MIN_DELAY_MS ? time.setTimer(due, ms) : real.after(ms, due);
        const cancel = () => {
          cancels.delete(cancel);
          cancelTimer();
        };
        cancels.add(cancel);
        return cancel;
      },
    },
    stop() {
      isStopped = true;
      for (const cancel of [...cancels]) cancel();
    },
  };
}
