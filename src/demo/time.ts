import { createTimerQueue, type HostTime } from '#facility';
import { createListeners } from '#platform';

/**
 * The time of the demo, shared by the facility and the phone. It can be held, run faster and jump. Times are epoch ms.
 */
export type DemoTime = HostTime & {
  /** Factor to real time; 0 is stopped. */
  rate(): number;
  setRate(rate: number): void;
  /** Whether a script has stopped the time, independent of the rate. */
  isHeld(): boolean;
  hold(isHeld: boolean): void;
  /**
   * Moves forward by `ms` and runs the timers that become due, in order.
   *
   * @throws {RangeError} when `ms` is negative or not finite
   */
  jump(ms: number): void;
  /** Stops the time permanently and cancels all timers. */
  end(): void;
  /** Calls `changed` after a hold, a release, a change of rate or a jump. Returns a function that unsubscribes. */
  subscribe(changed: () => void): () => void;
};

/** Longest interval between two ticks. Ms of the host. */
const TICK_MS = 40;
/** Longest host time that one tick adds, so that the demo does not skip ahead after the device was asleep. Ms. */
const MAX_TICK_MS = 100;

/** Time that starts at `startsAt` and runs at the rate of the host until it is changed. */
export function createDemoTime(startsAt: number, host: HostTime): DemoTime {
  const listeners = createListeners();
  const timers = createTimerQueue();
  let anchor = { at: startsAt, hostAt: host.now() };
  let rate = 1;
  let isHeld = false;
  let hasEnded = false;
  /** Due time of the timer that is running. */
  let running: number | null = null;
  let disarm = () => {};

  const speed = () => (isHeld || hasEnded ? 0 : rate);
  const now = () => running ?? anchor.at + Math.min(Math.max(0, host.now() - anchor.hostAt), MAX_TICK_MS) * speed();

  function arm() {
    disarm();
    disarm = () => {};
    if (speed() === 0) return;
    const next = timers.first();
    // Rounded up, because a timer that fires a fraction of a ms early would be set again and again.
    const remainingMs = next ? Math.ceil(Math.max(0, (next.due - now()) / rate)) : TICK_MS;
    disarm = host.setTimer(tick, Math.min(remainingMs, TICK_MS));
  }

  function tick() {
    const target = now();
    anchor = { at: target, hostAt: host.now() };
    runUntil(target);
  }

  function runUntil(target: number) {
    for (let next = timers.takeDue(target); next && !hasEnded; next = timers.takeDue(target)) {
      // Never backward, even when the timer was due in the past.
      running = Math.max(running ?? next.due, next.due);
      runSafely(next.run);
    }
    running = null;
    arm();
  }

  /** Applies a change of speed from the current time on. */
  function changeSpeed(change: () => void) {
    anchor = { at: now(), hostAt: host.now() };
    change();
    if (running === null) arm();
    listeners.notify();
  }

  arm();
  return {
    now,
    setTimer(run, ms) {
      const cancel = timers.add(now() + Math.max(0, ms), run);
      if (running === null) arm();
      return cancel;
    },
    rate: () => rate,
    setRate(next) {
      if (!(next >= 0) || !Number.isFinite(next)) throw new RangeError('The rate must be finite and not negative.');
      changeSpeed(() => {
        rate = next;
      });
    },
    isHeld: () => isHeld,
    hold(next) {
      if (next === isHeld) return;
      changeSpeed(() => {
        isHeld = next;
      });
    },
    jump(ms) {
      if (!(ms >= 0) || !Number.isFinite(ms)) throw new RangeError('A jump must be finite and not negative.');
      const target = now() + ms;
      running = now();
      runUntil(target);
      changeSpeed(() => {
        anchor = { at: target, hostAt: host.now() };
      });
    },
    end() {
      anchor = { at: now(), hostAt: host.now() };
      hasEnded = true;
      timers.clear();
      arm();
    },
    subscribe: listeners.subscribe,
  };
}

/** Reports an error in a timer and continues, as a browser does. */
function runSafely(run: () => void): void {
  try {
    run();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
