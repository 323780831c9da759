import { type Clock, type Exclusive, type JsonStore, wait } from '#platform';

/** So many requests a second for this browser as a whole, all tabs together, in any second whatever (Kisi: 5). */
export type Pace = {
  /**
   * Takes a turn in this very task, out of all that there are. Zero when it was had; else the ms until there is one. For
   * commands, which do not wait.
   */
  takeNow(): number;
  /** Resolves when it is this request's turn. A few turns are left for commands. Rejects with the signal's reason. */
  turn(signal: AbortSignal): Promise<void>;
};

export type PaceParts = {
  readonly perSecond: number;
  readonly store: JsonStore;
  readonly clock: Clock;
  /** One tab at a time, so that two never take the same turn. */
  readonly exclusive: Exclusive;
};

const KEY = 'pace';
const SECOND_MS = 1000;
/** A command is a person at a door; what runs by itself leaves it this many turns of each second. */
const KEPT_FOR_COMMANDS = 2;

export function createPace({ perSecond, store, clock, exclusive }: PaceParts): Pace {
  /** What left within the last second, in order; moments that are yet to come are those of a clock that was set back. */
  function recent(): readonly number[] {
    const stored = store.get(KEY);
    const now = clock.now();
    const moments: readonly unknown[] = Array.isArray(stored) ? stored : [];
    return moments.filter((at): at is number => typeof at === 'number' && at > now - SECOND_MS && at <= now);
  }

  function take(turns: number): number {
    const sent = recent();
    const blocking = sent.at(-turns);
    if (blocking !== undefined) return blocking + SECOND_MS - clock.now();
    store.set(KEY, [...sent, clock.now()]);
    return 0;
  }

  return {
    takeNow: () => take(perSecond),
    async turn(signal) {
      for (;;) {
        if (signal.aborted) throw signal.reason;
        const ms = await exclusive('pace', () => take(Math.max(1, perSecond - KEPT_FOR_COMMANDS)));
        if (ms === 0) return;
        await wait(clock, ms, signal);
      }
    },
  };
}
