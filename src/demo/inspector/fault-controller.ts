import { createListeners } from '#platform';
import type { Demo } from '../demo.ts';

/** A fault in the response of the control API. */
export type ActiveFault = {
  /** Undefined matches any method. */
  readonly method?: string;
  readonly pattern: string;
  readonly nth: number;
  /** Null is unlimited. */
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
  /** Matching calls since it was added. */
  readonly seen: number;
  readonly played: number;
};

/** Reads and changes the facility's faults, which scenarios change as well. */
export type FaultController = {
  /** Faults that still apply; the same array until there is a change. */
  list(): readonly ActiveFault[];
  /** Rejects with the message of the control API. */
  add(faults: readonly object[]): Promise<void>;
  /** Removes the faults that match. Rejects as `add` does. */
  remove(isMatch: (fault: ActiveFault) => boolean): Promise<void>;
  /** Calls `changed` when the list changed. Returns a function that unsubscribes. */
  subscribe(changed: () => void): () => void;
};

type Parts = Pick<Demo, 'control' | 'facility' | 'requests'>;

export function createFaultController({ control, facility, requests }: Parts): FaultController {
  const listeners = createListeners();
  let faults: readonly ActiveFault[] = [];
  let last: Promise<unknown> = Promise.resolve();
  let isReadScheduled = false;

  /** Runs tasks one after the other, because `remove` reads the list and then replaces it. */
  function enqueue<T>(work: () => Promise<T>): Promise<T> {
    const result = last.then(work);
    last = result.catch(() => {});
    return result;
  }

  async function fetchActive(): Promise<readonly ActiveFault[]> {
    // The facility runs in this page, so its type is known.
    const all = (await control('GET', 'faults')) as readonly ActiveFault[];
    return all.filter(({ times, played }) => times === null || played < times);
  }

  async function read(): Promise<void> {
    isReadScheduled = false;
    const next = await fetchActive();
    if (JSON.stringify(next) === JSON.stringify(faults)) return;
    faults = next;
    listeners.notify();
  }

  function scheduleRead() {
    if (isReadScheduled) return;
    isReadScheduled = true;
    void enqueue(read);
  }

  return {
    list: () => faults,
    add: (added) =>
      enqueue(async () => {
        for (const fault of added) await control('POST', 'faults', fault);
        await read();
      }),
    remove: (isMatch) =>
      enqueue(async () => {
        const others = (await fetchActive()).filter((fault) => !isMatch(fault));
        // The control API can only delete all faults; the others are added again in the same task.
        const cleared = control('DELETE', 'faults');
        await Promise.all([cleared, ...others.map((fault) => control('POST', 'faults', remainderOf(fault)))]);
        await read();
      }),
    subscribe(changed) {
      // A request can use up a fault without any other change.
      const unsubscribes = [
        listeners.subscribe(changed),
        facility.subscribe(scheduleRead),
        requests.subscribe(scheduleRead),
      ];
      scheduleRead();
      return () => {
        for (const unsubscribe of unsubscribes) unsubscribe();
      };
    },
  };
}

/** The part of a fault that still applies, in the request format of the control API. */
function remainderOf({ method, pattern, nth, times, seen, played, dripMs, ...rest }: ActiveFault): object {
  return {
    ...rest,
    route: method === undefined ? pattern : `${method} ${pattern}`,
    nth: Math.max(1, nth - seen),
    times: times === null ? null : times - played,
    drip: dripMs,
  };
}
