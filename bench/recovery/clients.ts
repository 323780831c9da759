import { createRateWindows, createRetryBudget, createServerClock, createTransport, fullJitterMs } from '#api';
import { type Clock, memoryStore, wait } from '#platform';
import type { SimulatedServer } from './server.ts';

/** One person's app: asks when the person wants something. */
export type Client = { readonly want: () => void };
/** `answered` is called with each good answer, whichever try brought it: the person has what was wanted until then. */
export type MakeClient = (server: SimulatedServer, clock: Clock, random: () => number, answered: () => void) => Client;

const BASE = 'https://api.test/v2';
const PATH = '/access';
const DEADLINE_MS = 15_000;

/** The app's own code: transport, budget, breaker and all. Nothing of it is copied here. */
export const ourClient: MakeClient = (server, clock, random, answered) => {
  const serverClock = createServerClock(clock);
  const transport = createTransport({
    base: BASE,
    fetch: server.fetch,
    clock,
    serverClock,
    windows: createRateWindows(memoryStore(), clock, serverClock),
    budget: createRetryBudget(clock),
    // Only a record for people; ten thousand of them would be most of the work.
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
  const want = joined(ask);
  // As app/ does it: when the server is well again, what failed is asked for once more.
  transport.breaker?.subscribe(() => {
    if (transport.breaker?.state().kind === 'closed' && hasFailed) want();
  });
  return { want };
};

/** What many clients do: again after a second, until it works. */
export const everySecond: MakeClient = (server, clock, _random, answered) => ({
  want: joined(() => untilItWorks(server, clock, () => 1_000).then(answered)),
});

/** What the better of them do: again after twice as long each time, up to half a minute, all at the same beat. */
export const plainExponential: MakeClient = (server, clock, _random, answered) => ({
  want: joined(() => untilItWorks(server, clock, (failures) => Math.min(30_000, 400 * 2 ** failures)).then(answered)),
});

/** Full jitter alone, to see what the budget and the breaker add to it. */
export const jitterAlone: MakeClient = (server, clock, random, answered) => ({
  want: joined(() => untilItWorks(server, clock, (failures) => fullJitterMs(failures, random)).then(answered)),
});

async function untilItWorks(server: SimulatedServer, clock: Clock, pauseMs: (failures: number) => number) {
  for (let failures = 0; ; failures++) {
    const { status } = await server.fetch(BASE + PATH);
    if (status === 200) return;
    await wait(clock, pauseMs(failures));
  }
}

/** Whoever wants the same while it is being asked for waits for that answer: the query client sends one request. */
function joined(ask: () => Promise<void>): () => void {
  let isAsking = false;
  return () => {
    if (isAsking) return;
    isAsking = true;
    void ask().finally(() => {
      isAsking = false;
    });
  };
}
