import { exponentialMs, seeded } from '../lib/seeded.ts';
import type { MakeClient } from './clients.ts';
import { createEventClock } from './event-clock.ts';
import { createServer, type Incident } from './server.ts';

export const CLIENTS = 10_000;
export const WANTED_PER_SECOND = 1_000;
export const BIN_MS = 5_000;
/** One minute before the incident, one during it, three after it. In a longer run the averages would hide the incident. */
export const DURATION_MS = 300_000;
const FROM_MS = 60_000;
const UNTIL_MS = 120_000;
/** A response that arrives later than this after the request was wanted does not count. Ms. */
export const PATIENCE_MS = 5_000;
const MINUTE = 60_000 / BIN_MS;

export const scenarios = {
  outage: { from: FROM_MS, until: UNTIL_MS, servedPerSecond: 0 },
  overload: { from: FROM_MS, until: UNTIL_MS, servedPerSecond: WANTED_PER_SECOND / 10 },
} as const satisfies Record<string, Incident>;

export type Run = {
  /** Requests per second that reached the server, by bin of 5 s. */
  readonly rates: readonly number[];
  /** Requests per second before the incident. */
  readonly steady: number;
  /** The highest bin after the incident, as a multiple of `steady`. */
  readonly peakAfter: number;
  /** Requests sent per request wanted, over the whole run. */
  readonly amplification: number;
  /** The same from one minute before the incident to one minute after it. */
  readonly amplificationAround: number;
  /** The same during the incident. */
  readonly amplificationDuring: number;
  /** The share of wanted requests in the whole run that were answered within `PATIENCE_MS`. */
  readonly answered: number;
  /** Seconds after the incident until at least 99 % of each bin is answered within `PATIENCE_MS`. */
  readonly wellAfterS: number;
};

/** Simulates 10,000 tenants, each wanting new data every ten seconds on average. The seed determines the run. */
export async function simulate(incident: Incident, makeClient: MakeClient, seed = 7): Promise<Run> {
  const clock = createEventClock();
  const random = seeded(seed);
  const server = createServer(clock, incident, DURATION_MS, BIN_MS);
  const bins = DURATION_MS / BIN_MS;
  const wanted = new Array<number>(bins).fill(0);
  const good = new Array<number>(bins).fill(0);

  function start(nth: number) {
    let waitingSince: number[] = [];
    const client = makeClient(server, clock, seeded(seed * CLIENTS + nth), () => {
      for (const at of waitingSince) if (clock.now() - at <= PATIENCE_MS) countIn(good, at);
      waitingSince = [];
    });
    const scheduleNext = () => {
      clock.after(exponentialMs(random, WANTED_PER_SECOND / CLIENTS), () => {
        countIn(wanted, clock.now());
        waitingSince.push(clock.now());
        client.want();
        scheduleNext();
      });
    };
    scheduleNext();
  }
  for (let nth = 0; nth < CLIENTS; nth++) start(nth);
  await clock.runUntil(DURATION_MS - 1);

  const rates = server.sent.map((sent) => sent / (BIN_MS / 1000));
  const first = incident.from / BIN_MS;
  const after = incident.until / BIN_MS;
  const steady = sum(rates.slice(0, first)) / first;
  const unwell = wanted.findLastIndex((all, bin) => bin >= after && bin < bins - 1 && (good[bin] ?? 0) < all * 0.99);
  const sentForEach = (from: number, until?: number) =>
    sum(server.sent.slice(from, until)) / sum(wanted.slice(from, until));
  return {
    rates,
    steady,
    peakAfter: Math.max(...rates.slice(after)) / steady,
    amplification: sentForEach(0),
    amplificationAround: sentForEach(first - MINUTE, after + MINUTE),
    amplificationDuring: sentForEach(first, after),
    answered: sum(good) / sum(wanted),
    wellAfterS: unwell < 0 ? 0 : ((unwell + 1 - after) * BIN_MS) / 1000,
  };
}

function countIn(bins: number[], at: number): void {
  const bin = Math.floor(at / BIN_MS);
  bins[bin] = (bins[bin] ?? 0) + 1;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
