/** Something that is to be done at a moment: `due` is epoch ms. */
export type Timer = { due: number; readonly order: number; readonly run: () => void };

/** What waits for its moment: the earliest comes first, and of one moment whoever was there first. */
export function createTimerQueue() {
  const timers = new Set<Timer>();
  let order = 0;
  return {
    /** The answer takes it out again. */
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
    /** The first, if it is due at `at` (epoch ms); it waits no longer then. */
    takeDue(at: number): Timer | undefined {
      const next = this.first();
      if (!next || next.due > at) return undefined;
      timers.delete(next);
      return next;
    },
    /** Moves all of them by so many ms. */
    shift(by: number): void {
      for (const timer of timers) timer.due += by;
    },
    clear: () => timers.clear(),
  };
}
