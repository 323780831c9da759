import { createTimerQueue, type HostTime } from '#facility';
import { createListeners } from '#platform';

/**
 * The time of the whole demo, of the facility and of the phone alike: it can stand still, run faster, and jump. Moments
 * are epoch ms.
 */
export type DemoTime = HostTime & {
  /** How much faster than real time it is to run; 0 stands still. */
  rate(): number;
  setRate(rate: number): void;
  /** Whether it stands still whatever its rate is, for as long as a script wants it to. */
  isHeld(): boolean;
  hold(isHeld: boolean): void;
  /** Goes forward by `ms` (not negative) at once; whatever becomes due on the way happens in order. */
  jump(ms: number): void;
  /** Stands still for good: nothing that waits in it happens any more. */
  end(): void;
  /** Calls back when it was held or let go, its rate was changed or a jump was made. The answer unsubscribes. */
  subscribe(changed: () => void): () => void;
};

/** How often it goes on, of the host's ms. */
const BEAT_MS = 40;
/** What a beat is worth at most, of the host's ms: a device that was busy or asleep goes on where it was. */
const MOST_MS = 100;

/** Time that begins at `startsAt` and runs like the host's, until it is told otherwise. */
export function createDemoTime(startsAt: number, host: HostTime): DemoTime {
  const listeners = createListeners();
  const timers = createTimerQueue();
  let anchor = { at: startsAt, hostAt: host.now() };
  let rate = 1;
  let isHeld = false;
  let hasEnded = false;
  /** The moment of the timer that is running just now. */
  let running: number | null = null;
  let disarm = () => {};

  const speed = () => (isHeld || hasEnded ? 0 : rate);
  const now = () => running ?? anchor.at + Math.min(Math.max(0, host.now() - anchor.hostAt), MOST_MS) * speed();

  function arm() {
    disarm();
    disarm = () => {};
    if (speed() === 0) return;
    const next = timers.first();
    // Whole ms: a fraction less than what is missing would come too early, again and again.
    const missingMs = next ? Math.ceil(Math.max(0, (next.due - now()) / rate)) : BEAT_MS;
    disarm = host.setTimer(beat, Math.min(missingMs, BEAT_MS));
  }

  function beat() {
    const target = now();
    anchor = { at: target, hostAt: host.now() };
    runUntil(target);
  }

  function runUntil(target: number) {
    for (let next = timers.takeDue(target); next && !hasEnded; next = timers.takeDue(target)) {
      // Never back: what was due at a moment that has passed is done now.
      running = Math.max(running ?? next.due, next.due);
      attempt(next.run);
    }
    running = null;
    arm();
  }

  /** From here on at another speed, which `change` makes. */
  function shift(change: () => void) {
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
      if (!(next >= 0) || !Number.isFinite(next)) throw new RangeError('Time runs at a finite rate, and never back.');
      shift(() => {
        rate = next;
      });
    },
    isHeld: () => isHeld,
    hold(next) {
      if (next === isHeld) return;
      shift(() => {
        isHeld = next;
      });
    },
    jump(ms) {
      if (!(ms >= 0) || !Number.isFinite(ms)) throw new RangeError('Time only jumps forward, by a finite time.');
      const target = now() + ms;
      running = now();
      runUntil(target);
      shift(() => {
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

/** As a browser does with what is thrown in a timer: it is reported, and time goes on. */
function attempt(run: () => void): void {
  try {
    run();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
