import { createRateWindows, createRetryBudget, createServerClock, createTransport, fullJitterMs } from '#api';
import { type Clock, memoryStore, wait } from '#platform';
import type { SimulatedServer } from './server.ts';

/** The app of one tenant; `want` is called whenever the tenant wants new data. */
export type Client = { readonly want: () => void };
/** `answered` is called after each successful response, which fulfils every call of `want` before it. */
export type MakeClient = (server: SimulatedServer, clock: Clock, random: () => number, answered: () => void) => Client;

const BASE = 'https://api.test/v2';
const PATH = '/access';
const DEADLINE_MS = 15_000;

/** The app's own transport with retry budget and breaker. */
export const ourClient: MakeClient = (server, clock, random, answered) => {
  const serverClock = createServerClock(clock);
  const transport = createTransport({
    base: BASE,
    fetch: server.fetch,
    clock,
    serverClock,
    windows: createRateWindows(memoryStore(), clock, serverClock),
    budget: createRetryBudget(clock),
    // Disabled, because recording exchanges for 10,000 clients would dominate the run time.
    exchanges: { note: () => {}, list: () => [] },
    isOnline: () => true,
    credentials: { of: () => null },
    authorize: () => ({}),
    dialects: [],
    onProblem: () => {},
    healthPath: '/health',
    random,
  });
  let hasFailed = false;
  const ask = async () => {
    const request = { purpose: 'read', method: 'GET', path: PATH, route: PATH, subject: null, scope: PATH } as const;
    const isGood = await transport
      .read({ ...request, deadlineMs: DEADLINE_MS, read: ({ status }) => (status === 200 ? true : undefined) })
      .catch(() => false);
    hasFailed = !isGood;
    if (isGood) answered();
  };
  const want = deduplicated(ask);
  // Repeats a failed request when the breaker closes, like app/.
  transport.breaker?.subscribe(() => {
    if (transport.breaker?.state().kind === 'closed' && hasFailed) want();
  });
  return { want };
};

/** Retries every second, as many clients do. */
export const everySecond: MakeClient = (server, clock, _random, answered) => ({
  want: deduplicated(() => retryUntilSuccess(server, clock, () => 1_000).then(answered)),
});

/** Exponential backoff up to 30 s without jitter. */
export const plainExponential: MakeClient = (server, clock, _random, answered) => ({
  want: deduplicated(() =>
    retryUntilSuccess(server, clock, (failures) => Math.min(30_000, 400 * 2 ** failures)).then(answered),
  ),
});

/** Full jitter without budget and breaker, for comparison. */
export const jitterAlone: MakeClient = (server, clock, random, answered) => ({
  want: deduplicated(() =>
    retryUntilSuccess(server, clock, (failures) => fullJitterMs(failures, random)).then(answered),
  ),
});

async function retryUntilSuccess(server: SimulatedServer, clock: Clock, pauseMs: (failures: number) => number) {
  for (let failures = 0; ; failures++) {
    const { status } = await server.fetch(BASE + PATH);
    if (status === 200) return;
    await wait(clock, pauseMs(failures));
  }
}

/** Sends one request at a time, as the query client deduplicates requests. */
function deduplicated(ask: () => Promise<void>): () => void {
  let isAsking = false;
  return () => {
    if (isAsking) return;
    isAsking = true;
    void ask().finally(() => {
      isAsking = false;
    });
  };
}
