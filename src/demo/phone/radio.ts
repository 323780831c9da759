import type { Facility } from '#facility';
import { createListeners } from '#platform';
import type { DemoTime } from '../time.ts';
import type { RequestsLog } from './requests.ts';

/** The phone's way out: to the facility in this very page, over a network that is as good as it is told to be. */
export type Radio = {
  /** As `fetch` of the phone's own window. */
  readonly fetch: (input: string, init?: RequestInit) => Promise<Response>;
  isOnline(): boolean;
  /** Ends what is on its way, too: the facility may have heard it, and its answer comes nowhere. */
  setOnline(isOnline: boolean): void;
  /** Ms of the demo's time from asking to the answer, apart from what the facility takes. */
  latencyMs(): number;
  setLatencyMs(ms: number): void;
  /** Calls back when any of it was changed. The answer unsubscribes. */
  subscribe(changed: () => void): () => void;
};

export type RadioParts = {
  readonly facility: Pick<Facility, 'fetch'>;
  readonly time: DemoTime;
  readonly requests: RequestsLog;
  /** The app's `config.json`. */
  readonly config: object;
};

const USUAL_LATENCY_MS = 160;

export function createRadio({ facility, time, requests, config }: RadioParts): Radio {
  const listeners = createListeners();
  const onTheirWay = new Set<() => void>();
  let online = true;
  let latencyMs = USUAL_LATENCY_MS;

  const pass = (ms: number) => new Promise<void>((resolve) => void time.setTimer(resolve, ms));

  async function ask(request: Request): Promise<Response> {
    await pass(latencyMs / 2);
    const response = await facility.fetch(request);
    await pass(latencyMs / 2);
    return response;
  }

  /** Rejects as soon as the network goes or the caller calls it off, whatever has become of the request by then. */
  function whileItLasts<T>(work: Promise<T>, signal: AbortSignal | null | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const lose = () => reject(lost());
      const callOff = () => reject(signal?.reason);
      onTheirWay.add(lose);
      signal?.addEventListener('abort', callOff, { once: true });
      work
        .then(resolve, () => reject(lost()))
        .finally(() => {
          onTheirWay.delete(lose);
          signal?.removeEventListener('abort', callOff);
        });
    });
  }

  return {
    async fetch(input, init = {}) {
      const address = new URL(input, location.origin);
      if (address.pathname.endsWith('/config.json')) return Response.json(config);
      const { signal, ...rest } = init;
      if (signal?.aborted) throw signal.reason;
      const entry = requests.leave(rest.method ?? 'GET', address.pathname, new Headers(rest.headers));
      try {
        if (!online) throw lost();
        const response = await whileItLasts(ask(new Request(address, rest)), signal);
        entry.answer(response.status);
        return response;
      } catch (error) {
        entry.answer(null);
        throw error;
      }
    },
    isOnline: () => online,
    setOnline(next) {
      if (online === next) return;
      online = next;
      if (!next) for (const lose of [...onTheirWay]) lose();
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

/** What `fetch` says when there is nobody to be reached. */
function lost(): TypeError {
  return new TypeError('Failed to fetch');
}
