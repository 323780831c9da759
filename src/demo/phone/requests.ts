import { createExchanges, type Exchange } from '#api';
import { createListeners, type JsonStore } from '#platform';
import type { DemoTime } from '../time.ts';

/** One request of the phone and its response. */
export type PhoneRequest = {
  /** Number of the request, from 1. */
  readonly nth: number;
  readonly method: string;
  /** Path of the URL. */
  readonly path: string;
  /** Epoch ms of the demo's time. */
  readonly at: number;
  /** Null while it is pending, and when there was no response. */
  readonly status: number | null;
  /** Ms of the demo's time; null while it is pending. */
  readonly durationMs: number | null;
  /** The kind in the app's own log; null until the app has logged it. */
  readonly kind: Exchange['kind'] | null;
};

/** The log of the phone's requests. It notifies when a request starts, ends, and when its kind is known. */
export type PhoneRequests = {
  /** Newest last; the same array until there is a change. */
  list(): readonly PhoneRequest[];
  /** Returns a function that unsubscribes. */
  subscribe(changed: () => void): () => void;
};

/** The log, with a method that adds requests. */
export type RequestsLog = PhoneRequests & {
  /** Records the start of a request; `end` records its status. */
  start(method: string, path: string, headers: Headers): { end(status: number | null): void };
};

type Entry = PhoneRequest & { readonly id: string | null };

const MAX_ENTRIES = 100;

/** @param tab the store in which the app logs its own requests */
export function createRequestsLog(time: Pick<DemoTime, 'now'>, tab: JsonStore): RequestsLog {
  const exchanges = createExchanges(tab);
  const listeners = createListeners();
  let entries: readonly Entry[] = [];
  let count = 0;

  function write(next: readonly Entry[]) {
    entries = next;
    listeners.notify();
  }

  /** The app logs a request shortly after the response, and drops older entries. */
  function readKinds() {
    if (entries.every(({ kind }) => kind !== null)) return;
    const kinds = new Map(exchanges.list().map(({ requestId, kind }) => [requestId, kind]));
    const next = entries.map((entry) => {
      const kind = entry.kind ?? (entry.id === null ? null : kinds.get(entry.id)) ?? null;
      return kind === entry.kind ? entry : { ...entry, kind };
    });
    if (next.some((entry, index) => entry !== entries[index])) write(next);
  }
  tab.onOtherTab(readKinds);

  return {
    list: () => entries,
    subscribe: listeners.subscribe,
    start(method, path, headers) {
      const at = time.now();
      count += 1;
      const nth = count;
      const id = headers.get('x-request-id');
      write(
        [...entries, { nth, method, path, at, status: null, durationMs: null, kind: null, id }].slice(-MAX_ENTRIES),
      );
      return {
        end(status) {
          const durationMs = time.now() - at;
          write(entries.map((entry) => (entry.nth === nth ? { ...entry, status, durationMs } : entry)));
        },
      };
    },
  };
}
