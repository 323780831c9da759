import { createListeners } from '#platform';
import type { Demo } from '../demo.ts';

/** A fault as the control API tells it. */
export type SetFault = {
  /** Undefined is any. */
  readonly method?: string;
  readonly pattern: string;
  readonly nth: number;
  /** Null is for ever. */
  readonly times: number | null;
  readonly status?: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly bodyBytes?: number;
  readonly applied?: 'before' | 'after';
  readonly delayMs: number;
  readonly drop?: 'before' | 'after';
  readonly truncate?: number;
  readonly never: boolean;
  readonly dripMs: number;
  /** Calls since it was set. */
  readonly seen: number;
  readonly played: number;
};

/** The hand on the facility's faults. Others set some as well: what is shown is what is read. */
export type FaultHand = {
  /** Those that still wait for a call; the same array until something changed. */
  list(): readonly SetFault[];
  /** Rejects with the control API's own sentence. */
  set(faults: readonly object[]): Promise<void>;
  /** Takes back the faults that `isMeant` says, and leaves the others as they are. Rejects as `set` does. */
  lift(isMeant: (fault: SetFault) => boolean): Promise<void>;
  /** Calls back when the list changed. The answer unsubscribes. */
  subscribe(changed: () => void): () => void;
};

type Parts = Pick<Demo, 'control' | 'facility' | 'requests'>;

export function createFaultHand({ control, facility, requests }: Parts): FaultHand {
  const listeners = createListeners();
  let faults: readonly SetFault[] = [];
  let last: Promise<unknown> = Promise.resolve();
  let isToRead = false;

  /** One after the other: between a look and the change that follows from it nothing else may come. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work);
    last = turn.catch(() => {});
    return turn;
  }

  async function waiting(): Promise<readonly SetFault[]> {
    // It is the facility of this very page that says so.
    const all = (await control('GET', 'faults')) as readonly SetFault[];
    return all.filter(({ times, played }) => times === null || played < times);
  }

  async function read(): Promise<void> {
    isToRead = false;
    const next = await waiting();
    if (JSON.stringify(next) === JSON.stringify(faults)) return;
    faults = next;
    listeners.notify();
  }

  function readSoon() {
    if (isToRead) return;
    isToRead = true;
    void inTurn(read);
  }

  return {
    list: () => faults,
    set: (wanted) =>
      inTurn(async () => {
        for (const fault of wanted) await control('POST', 'faults', fault);
        await read();
      }),
    lift: (isMeant) =>
      inTurn(async () => {
        const others = (await waiting()).filter((fault) => !isMeant(fault));
        // The face knows no other way than to take back all of them; at once, so that next to nothing slips through.
        const cleared = control('DELETE', 'faults');
        await Promise.all([cleared, ...others.map((fault) => control('POST', 'faults', again(fault)))]);
        await read();
      }),
    subscribe(changed) {
      // A fault is used up by a request, which may change nothing else.
      const unsubscribes = [listeners.subscribe(changed), facility.subscribe(readSoon), requests.subscribe(readSoon)];
      readSoon();
      return () => {
        for (const unsubscribe of unsubscribes) unsubscribe();
      };
    },
  };
}

/** What is left of a fault, in the format of the control API. */
function again({ method, pattern, nth, times, seen, played, dripMs, ...rest }: SetFault): object {
  return {
    ...rest,
    route: method === undefined ? pattern : `${method} ${pattern}`,
    nth: Math.max(1, nth - seen),
    times: times === null ? null : times - played,
    drip: dripMs,
  };
}
