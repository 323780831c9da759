import type { DemoTime } from '../time.ts';

/** Shorter ones are no waiting but a next turn, and are taken even while the demo's time stands still. Ms. */
const NEXT_TURN_MS = 50;

type Run = (...given: unknown[]) => void;
type Real = Pick<typeof globalThis, 'setTimeout' | 'clearTimeout' | 'Date'>;

/** The clock and the timers of the phone's window: they go with the demo's time. `stop` forgets all of them. */
export function phoneTimers(time: DemoTime, real: Real) {
  const RealDate = real.Date;
  const later = real.setTimeout.bind(real);
  const forget = real.clearTimeout.bind(real);
  const cancels = new Map<number, () => void>();
  let isStopped = false;
  let last = 0;

  function start(run: () => void, ms: number): () => void {
    if (ms >= NEXT_TURN_MS) return time.setTimer(run, ms);
    const timer = later(run, ms);
    return () => forget(timer);
  }

  function setTimeout(run: Run, ms = 0, ...given: unknown[]): number {
    last += 1;
    const id = last;
    if (isStopped) return id;
    cancels.set(
      id,
      start(() => {
        cancels.delete(id);
        run(...given);
      }, ms),
    );
    return id;
  }

  function setInterval(run: Run, ms = 0, ...given: unknown[]): number {
    last += 1;
    const id = last;
    const again = () => {
      if (isStopped) return;
      cancels.set(id, start(again, ms));
      run(...given);
    };
    cancels.set(id, start(again, ms));
    return id;
  }

  function clear(id: number | undefined): void {
    if (id === undefined) return;
    cancels.get(id)?.();
    cancels.delete(id);
  }

  class PhoneDate extends RealDate {
    constructor(...given: unknown[]) {
      if (given.length === 0) super(time.now());
      else super(...(given as [number]));
    }
    static override now(): number {
      // Whole ms, as everywhere.
      return Math.floor(time.now());
    }
  }

  return {
    globals: { Date: PhoneDate, setTimeout, setInterval, clearTimeout: clear, clearInterval: clear },
    stop() {
      isStopped = true;
      for (const cancel of cancels.values()) cancel();
      cancels.clear();
    },
  };
}
