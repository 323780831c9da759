import type { Clock } from '#platform';
import type { DemoTime } from '../time.ts';

/** Shorter ones are no waiting but a next turn, and are taken even while the demo's time stands still. Ms. */
const NEXT_TURN_MS = 50;

/**
 * The clock of the phone: it goes with the demo's time. `stop` forgets all that waits, and all that would.
 *
 * @param real the browser's own clock, for next turns
 */
export function createPhoneClock(time: DemoTime, real: Clock): { readonly clock: Clock; readonly stop: () => void } {
  const cancels = new Set<() => void>();
  let isStopped = false;
  return {
    clock: {
      // Whole ms, as everywhere.
      now: () => Math.floor(time.now()),
      after(ms, run) {
        if (isStopped) return () => {};
        const due = () => {
          cancels.delete(cancel);
          run();
        };
        const callOff = ms >= NEXT_TURN_MS ? time.setTimer(due, ms) : real.after(ms, due);
        const cancel = () => {
          cancels.delete(cancel);
          callOff();
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
