import type { Facility } from '#facility';
import { createListeners } from '#platform';
import type { DemoTime } from '../time.ts';
import type { RequestsLog } from './requests.ts';

/** The phone's network connection to the facility, with adjustable quality. */
export type Radio = {
  /** `fetch` for the app on the phone. */
  readonly fetch: (input: string, init?: RequestInit) => Promise<Response>;
  isOnline(): boolean;
  /** Disconnecting fails pending requests, which the facility may have received. */
  setOnline(isOnline: boolean): void;
  /** Round-trip time in ms of the demo's time, without the time in the facility. */
  latencyMs(): number;
  setLatencyMs(ms: number): void;
  /** Calls `changed` after each change. Returns a function that unsubscribes. */
  subscribe(changed: () => void): () => void;
};

export type RadioOptions = {
  readonly facility: Pick<Facility, 'fetch'>;
  readonly time: DemoTime;
  readonly requests: RequestsLog;
  /** The app's `config.json`. */
  readonly config: object;
};

const DEFAULT_LATENCY_MS = 160;

export function createRadio({ facility, time, requests, config }: RadioOptions): Radio {
  const listeners = createListeners();
  const pending = new Set<() => void>();
  let online = true;
  let latencyMs = DEFAULT_LATENCY_MS;

  const wait = (ms: number) => new Promise<void>((resolve) => void time.setTimer(resolve, ms));

  async function send(request: Request): Promise<Response> {
    await wait(latencyMs / 2);
    const response = await facility.fetch(request);
    await wait(latencyMs / 2);
    return response;
  }

  /** Rejects as soon as the phone disconnects or the caller aborts, even though the request may have arrived. */
  function abortable<T>(work: Promise<T>, signal: AbortSignal | null | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const onDisconnect = () => reject(networkError());
      const onAbort = () => reject(signal?.reason);
      pending.add(onDisconnect);
      signal?.addEventListener('abort', onAbort, { once: true });
      work
        .then(resolve, () => reject(networkError()))
        .finally(() => {
          pending.delete(onDisconnect);
          signal?.removeEventListener('abort', onAbort);
        });
    });
  }

  return {
    async fetch(input, init = {}) {
      const address = new URL(input, location.origin);
      if (address.pathname.endsWith('/config.json')) return Response.json(config);
      const { signal, ...rest } = init;
      if (signal?.aborted) throw signal.reason;
      const entry = requests.start(rest.method ?? 'GET', address.pathname, new Headers(rest.headers));
      try {
        if (!online) throw networkError();
        const response = await abortable(send(new Request(address, rest)), signal);
        entry.end(response.status);
        return response;
      } catch (error) {
        entry.end(null);
        throw error;
      }
    },
    isOnline: () => online,
    setOnline(next) {
      if (online === next) return;
      online = next;
      if (!next) for (const disconnect of [...pending]) disconnect();
      listeners.notify();
    },
    latencyMs: () => latencyMs,
    setLatencyMs(ms) {
      latencyMs = ms;
      listeners.notify();
    },
    subscribe: listeners.subscribe,
  };
}

/** The error of `fetch` without a connection. */
function networkError(): TypeError {
  return new TypeError('Failed to fetch');
}
