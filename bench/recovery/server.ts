import type { Clock } from '#platform';

/** When there is trouble, in ms from the beginning, and how many requests a second are served meanwhile. */
export type Trouble = { readonly from: number; readonly until: number; readonly servedPerSecond: number };

/** A server that answers after its way there and back, and counts what reaches it. */
export type SimulatedServer = {
  readonly fetch: (address: string) => Promise<Response>;
  /** Requests by bin of `binMs`. */
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

/** As much of a Response as the transport reads, and as cheap as ten thousand clients need it. */
const answer = (status: number) => ({ status, headers: NO_HEADERS, body: { getReader } }) as unknown as Response;

export function createServer(clock: Clock, trouble: Trouble, durationMs: number, binMs: number): SimulatedServer {
  const sent = new Array<number>(Math.ceil(durationMs / binMs)).fill(0);
  let second = -1;
  let served = 0;

  /** In trouble the first requests of each second are served, and the rest is turned away; probes count as all do. */
  function serves(at: number): boolean {
    if (at < trouble.from || at >= trouble.until) return true;
    const thisSecond = Math.floor(at / 1000);
    if (thisSecond !== second) {
      second = thisSecond;
      served = 0;
    }
    served += 1;
    return served <= trouble.servedPerSecond;
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
