import { createExchanges, type Exchange } from '#api';
import { createListeners, type JsonStore } from '#platform';
import type { DemoTime } from '../time.ts';

/** One request of the phone, and what came back. */
export type PhoneRequest = {
  /** 1 for the first. */
  readonly nth: number;
  readonly method: string;
  /** Path of the address, without its origin. */
  readonly path: string;
  /** Epoch ms of the demo's time. */
  readonly at: number;
  /** Null while it is on its way, and for good where nothing came back. */
  readonly status: number | null;
  /** Ms of the demo's time; null while it is on its way. */
  readonly durationMs: number | null;
  /** What the app made of it, by its own notes; null until it has. */
  readonly kind: Exchange['kind'] | null;
};

/** What the phone asked. Watchers are told when a request leaves, when it ends, and when the app has noted its kind. */
export type PhoneRequests = {
  /** Newest last; the same array until something changed. */
  list(): readonly PhoneRequest[];
  /** The answer unsubscribes. */
  subscribe(changed: () => void): () => void;
};

/** The same, as it is written. */
export type RequestsLog = PhoneRequests & {
  /** Notes that a request leaves; what it gives notes how it ended. */
  leave(method: string, path: string, headers: Headers): { answer(status: number | null): void };
};

type Noted = PhoneRequest & { readonly id: string | null };

const MOST = 100;

/** @param tab where the app keeps its own notes of what it asked: its tab's store */
export function createRequestsLog(time: Pick<DemoTime, 'now'>, tab: JsonStore): RequestsLog {
  const exchanges = createExchanges(tab);
  const listeners = createListeners();
  let noted: readonly Noted[] = [];
  let count = 0;

  function write(next: readonly Noted[]) {
    noted = next;
    listeners.notify();
  }

  /** The app's note of a request comes a moment after the answer, and it forgets the older ones. */
  function readNotes() {
    if (noted.every(({ kind }) => kind !== null)) return;
    const kinds = new Map(exchanges.list().map(({ requestId, kind }) => [requestId, kind]));
    const next = noted.map((entry) => {
      const kind = entry.kind ?? (entry.id === null ? null : kinds.get(entry.id)) ?? null;
      return kind === entry.kind ? entry : { ...entry, kind };
    });
    if (next.some((entry, index) => entry !== noted[index])) write(next);
  }
  tab.onOtherTab(readNotes);

  return {
    list: () => noted,
    subscribe: listeners.subscribe,
    leave(method, path, headers) {
      const at = time.now();
      count += 1;
      const nth = count;
      const id = headers.get('x-request-id');
      write([...noted, { nth, method, path, at, status: null, durationMs: null, kind: null, id }].slice(-MOST));
      return {
        answer(status) {
          const durationMs = time.now() - at;
          write(noted.map((entry) => (entry.nth === nth ? { ...entry, status, durationMs } : entry)));
        },
      };
    },
  };
}
