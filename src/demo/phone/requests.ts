import { createExchanges, type Exchange } from '#api';
import type { JsonStore } from '#platform';
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

/** What the phone asked. */
export type PhoneRequests = {
  /** Newest last. */
  list(): readonly PhoneRequest[];
  /** The answer unsubscribes. */
  subscribe(changed: () => void): () => void;
};

/** The same, as it is written. */
export type RequestsLog = PhoneRequests & {
  /** Notes that a request leaves; what it gives notes how it ended. */
  leave(method: string, path: string, headers: Headers): { answer(status: number | null): void };
};

type Noted = Omit<PhoneRequest, 'kind'> & { readonly id: string | null };

const MOST = 100;

/** @param tab where the app keeps its own notes of what it asked: its tab's store */
export function createRequestsLog(time: Pick<DemoTime, 'now'>, tab: JsonStore): RequestsLog {
  const exchanges = createExchanges(tab);
  const watchers = new Set<() => void>();
  let noted: readonly Noted[] = [];
  let count = 0;

  function write(entry: Noted) {
    noted = [...noted.filter(({ nth }) => nth !== entry.nth), entry].sort((a, b) => a.nth - b.nth).slice(-MOST);
    for (const watcher of [...watchers]) watcher();
  }

  return {
    list() {
      const kinds = new Map(exchanges.list().map(({ requestId, kind }) => [requestId, kind]));
      return noted.map(({ id, ...entry }) => ({ ...entry, kind: kinds.get(id) ?? null }));
    },
    subscribe(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    leave(method, path, headers) {
      const at = time.now();
      count += 1;
      const entry: Noted = {
        nth: count,
        method,
        path,
        at,
        status: null,
        durationMs: null,
        id: headers.get('x-request-id'),
      };
      write(entry);
      return { answer: (status) => write({ ...entry, status, durationMs: time.now() - at }) };
    },
  };
}
