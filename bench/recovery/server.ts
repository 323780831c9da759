import type { Clock } from '#platform';

/** An outage or overload: start and end in ms from the start of the run, and the requests per second served during it. */
export type Incident = { readonly from: number; readonly until: number; readonly servedPerSecond: number };

/** A server with a fixed latency that counts requests. */
export type SimulatedServer = {
  readonly fetch: (address: string) => Promise<Response>;
  /** Requests per bin of `binMs`. */
  readonly sent: readonly number[];
};

const LATENCY_MS = 60;
const NO_HEADERS = new Headers();

const BODY = new TextEncoder().encode('{"data":{}}');

function getReader() {
  let isRead = false;
  return {
    async read() {
      const done = isRead;
      isRead = true;
      return { done, value: done ? undefined : BODY };
    },
    cancel: async () => {},
  };
}

/** The part of a Response that the transport reads; a real one is too slow for 10,000 clients. */
const answer = (status: number) => ({ status, headers: NO_HEADERS, body: { getReader } }) as unknown as Response;

export function createServer(clock: Clock, incident: Incident, durationMs: number, binMs: number): SimulatedServer {
  const sent = new Array<number>(Math.ceil(durationMs / binMs)).fill(0);
  let second = -1;
  let served = 0;

  /** During the incident only the first requests of each second are served, probes included. */
  function serves(at: number): boolean {
    if (at < incident.from || at >= incident.until) return true;
    const thisSecond = Math.floor(at / 1000);
    if (thisSecond !== second) {
      second = thisSecond;
      served = 0;
    }
    served += 1;
    return served <= incident.servedPerSecond;
  }

  return {
    sent,
    fetch() {
      const at = clock.now();
      const bin = Math.floor(at / binMs);
      if (bin < sent.length) sent[bin] = (sent[bin] ?? 0) + 1;
      const status = serves(at) ? 200 : 503;
      return new Promise((resolve) => clock.after(LATENCY_MS, () => resolve(answer(status))));
    },
  };
}
