import { createTimerQueue } from './timer-queue.ts';

/** The facility's own time. It runs with the host's clock, plus whatever it was moved by. */
export type FacilityClock = {
  /** Epoch ms. */
  now(): number;
  /** The moment as RFC 3339 in UTC, to the millisecond. */
  iso(): string;
  /**
   * Moves the clock forward by `ms` (not negative) and runs every timer that becomes due on the way, in order, each at
   * its own moment. Throws RangeError for a negative or endless step.
   */
  advance(ms: number): void;
  /** Sets the clock (epoch ms). Forward is an advance; backward keeps what every running timer still had to wait. */
  set(epochMs: number): void;
  /** Runs `run` once, `ms` of facility time from now. Gives the cancel. */
  after(ms: number, run: () => void): () => void;
};

export type HostTime = {
  /** The host's clock, epoch ms. */
  readonly now: () => number;
  /** Runs `run` after `ms` of host time; gives the cancel. */
  readonly setTimer: (run: () => void, ms: number) => () => void;
};

/** Browsers and Node keep a delay in 32 bits; a longer one would fire at once. */
const LONGEST_HOST_WAIT_MS = 2 ** 31 - 1;

/** The clock, and `stop`, which forgets every timer. */
export function createClock(host: HostTime): FacilityClock & { readonly offsetMs: () => number; stop(): void } {
  let offset = 0;
  let held: number | null = null;
  let cancelHost: (() => void) | null = null;
  const timers = createTimerQueue();

  const now = () => held ?? host.now() + offset;

  const arm = () => {
    cancelHost?.();
    cancelHost = null;
    const next = timers.first();
    if (!next) return;
    const wait = Math.min(Math.max(0, next.due - now()), LONGEST_HOST_WAIT_MS);
    cancelHost = host.setTimer(() => runUntil(now()), wait);
  };

  /** Time stands still while a timer runs, so that what it writes down carries the moment it was due. */
  const runUntil = (target: number) => {
    for (let next = timers.takeDue(target); next; next = timers.takeDue(target)) {
      held = next.due;
      next.run();
    }
    held = null;
    arm();
  };

  const advance = (ms: number) => {
    if (!(ms >= 0) || !Number.isFinite(ms)) throw new RangeError('The clock only advances by a finite, positive time.');
    const target = now() + ms;
    held = now();
    runUntil(target);
    offset = target - host.now();
    arm();
  };

  return {
    now,
    iso: () => new Date(now()).toISOString(),
    advance,
    set(epochMs) {
      const by = epochMs - now();
      if (by >= 0) return advance(by);
      timers.shift(by);
      offset += by;
      arm();
    },
    after(ms, run) {
      const cancel = timers.add(now() + ms, run);
      if (held === null) arm();
      return cancel;
    },
    offsetMs: () => offset,
    stop() {
      timers.clear();
      cancelHost?.();
      cancelHost = null;
    },
  };
}
