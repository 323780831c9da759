import type { HostTime } from '#facility';

/**
 * The time of the whole demo, of the facility and of the phone alike: it can stand still, run faster, and jump. Moments
 * are epoch ms.
 */
export type DemoTime = HostTime & {
  /** How much faster than real time it runs; 0 stands still. */
  rate(): number;
  setRate(rate: number): void;
  /** Goes forward by `ms` (not negative) at once; whatever becomes due on the way happens in order. */
  jump(ms: number): void;
  /** Calls back when the rate was changed or a jump was made. The answer unsubscribes. */
  subscribe(changed: () => void): () => void;
};

type Timer = { readonly due: number; readonly order: number; readonly run: () => void };

/** Browsers keep a delay in 32 bits; a longer one would fire at once. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;

/** Time that begins at `startsAt` and runs like the host's, until it is told otherwise. */
export function createDemoTime(startsAt: number, host: HostTime): DemoTime {
  const watchers = new Set<() => void>();
  const timers = new Set<Timer>();
  let anchor = { at: startsAt, hostAt: host.now() };
  let rate = 1;
  let order = 0;
  /** The moment of the timer that is running just now. */
  let held: number | null = null;
  let disarm = () => {};

  const now = () => held ?? anchor.at + (host.now() - anchor.hostAt) * rate;

  function first(): Timer | undefined {
    let earliest: Timer | undefined;
    for (const timer of timers) {
      if (!earliest || timer.due < earliest.due || (timer.due === earliest.due && timer.order < earliest.order)) {
        earliest = timer;
      }
    }
    return earliest;
  }

  function arm() {
    disarm();
    disarm = () => {};
    const next = first();
    if (!next || rate === 0) return;
    const waitMs = Math.min(Math.max(0, (next.due - now()) / rate), LONGEST_WAIT_MS);
    disarm = host.setTimer(() => runUntil(now()), waitMs);
  }

  function runUntil(target: number) {
    for (let next = first(); next && next.due <= target; next = first()) {
      timers.delete(next);
      // Never back: what was due at a moment that has passed is done now.
      held = Math.max(held ?? next.due, next.due);
      next.run();
    }
    held = null;
    arm();
  }

  function tell() {
    for (const watcher of [...watchers]) watcher();
  }

  return {
    now,
    setTimer(run, ms) {
      const timer: Timer = { due: now() + Math.max(0, ms), order: order++, run };
      timers.add(timer);
      if (held === null) arm();
      return () => {
        timers.delete(timer);
      };
    },
    rate: () => rate,
    setRate(next) {
      if (!(next >= 0) || !Number.isFinite(next)) throw new RangeError('Time runs at a finite rate, and never back.');
      anchor = { at: now(), hostAt: host.now() };
      rate = next;
      arm();
      tell();
    },
    jump(ms) {
      if (!(ms >= 0) || !Number.isFinite(ms)) throw new RangeError('Time only jumps forward, by a finite time.');
      const target = now() + ms;
      held = now();
      runUntil(target);
      anchor = { at: target, hostAt: host.now() };
      arm();
      tell();
    },
    subscribe(changed) {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
  };
}
