import { createTimerQueue } from './timer-queue.ts';

/** The clock of the facility: the host's clock plus an offset. */
export type FacilityClock = {
  /** Epoch ms. */
  now(): number;
  /** The current time as RFC 3339 in UTC, with milliseconds. */
  iso(): string;
  /**
   * Moves the clock forward by `ms` and runs the due timers in order, each with the clock at its due time.
   *
   * @throws {RangeError} when `ms` is negative or not finite
   */
  advance(ms: number): void;
  /** Sets the clock (epoch ms). Forward is the same as `advance`; backward keeps the remaining time of each timer. */
  set(epochMs: number): void;
  /** Runs `run` once after `ms` of facility time. Returns a function that cancels it. */
  after(ms: number, run: () => void): () => void;
};

export type HostTime = {
  /** The host's clock, epoch ms. */
  readonly now: () => number;
  /** Runs `run` after `ms` of host time. Returns a function that cancels it. */
  readonly setTimer: (run: () => void, ms: number) => () => void;
};

/** Browsers and Node store a delay in 32 bits; a longer one would fire at once. */
const MAX_HOST_DELAY_MS = 2 ** 31 - 1;

/** The clock; `stop` removes all timers. */
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
    const wait = Math.min(Math.max(0, next.due - now()), MAX_HOST_DELAY_MS);
    cancelHost = host.setTimer(() => runUntil(now()), wait);
  };

  /** The clock is fixed while a timer runs, so that everything it records has the time at which it was due. */
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
