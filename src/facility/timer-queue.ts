/** A pending timer; `due` is epoch ms. */
export type Timer = { due: number; readonly order: number; readonly run: () => void };

/** Pending timers, ordered by due time, then by insertion. */
export function createTimerQueue() {
  const timers = new Set<Timer>();
  let order = 0;
  return {
    /** Returns a function that cancels the timer. */
    add(due: number, run: () => void): () => void {
      const timer: Timer = { due, order: order++, run };
      timers.add(timer);
      return () => {
        timers.delete(timer);
      };
    },
    first(): Timer | undefined {
      let earliest: Timer | undefined;
      for (const timer of timers) {
        if (!earliest || timer.due < earliest.due || (timer.due === earliest.due && timer.order < earliest.order)) {
          earliest = timer;
        }
      }
      return earliest;
    },
    /** Removes and returns the first timer that is due at `at` (epoch ms). */
    takeDue(at: number): Timer | undefined {
      const next = this.first();
      if (!next || next.due > at) return undefined;
      timers.delete(next);
      return next;
    },
    /** Moves all timers by `by` ms. */
    shift(by: number): void {
      for (const timer of timers) timer.due += by;
    },
    clear: () => timers.clear(),
  };
}
