import type { Clock } from '#platform';

/** A clock that jumps from timer to timer. Times are whole epoch ms. */
export type EventClock = Clock & {
  /** Runs all timers due until `end`, each at its due time, and the promises that they settle. */
  runUntil(end: number): Promise<void>;
};

type Timer = { readonly due: number; readonly nth: number; run: (() => void) | null };

/** Keeps timers in a binary heap by due time, then creation order. */
export function createEventClock(start = 0): EventClock {
  const heap: Timer[] = [];
  let now = start;
  let made = 0;

  const isBefore = (a: Timer, b: Timer) => a.due < b.due || (a.due === b.due && a.nth < b.nth);
  const at = (index: number): Timer => heap[index] as Timer;

  function push(timer: Timer) {
    let index = heap.push(timer) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!isBefore(timer, at(parent))) break;
      heap[index] = at(parent);
      index = parent;
    }
    heap[index] = timer;
  }

  function pop(): Timer {
    const top = at(0);
    const last = heap.pop() as Timer;
    if (heap.length === 0) return top;
    let index = 0;
    for (;;) {
      let child = index * 2 + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(at(child + 1), at(child))) child += 1;
      if (!isBefore(at(child), last)) break;
      heap[index] = at(child);
      index = child;
    }
    heap[index] = last;
    return top;
  }

  return {
    now: () => now,
    after(ms, run) {
      const timer: Timer = { due: now + Math.max(0, Math.ceil(ms)), nth: made++, run };
      push(timer);
      return () => {
        timer.run = null;
      };
    },
    async runUntil(end) {
      while (heap.length > 0 && at(0).due <= end) {
        now = at(0).due;
        while (heap.length > 0 && at(0).due === now) pop().run?.();
        // A turn of the event loop settles all promises before time advances.
        await new Promise(setImmediate);
      }
      now = end;
    },
  };
}
