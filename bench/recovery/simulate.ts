import { exponentialMs, seeded } from '../lib/seeded.ts';
import type { MakeClient } from './clients.ts';
import { createEventClock } from './event-clock.ts';
import { createServer, type Trouble } from './server.ts';

export const CLIENTS = 10_000;
export const WANTED_PER_SECOND = 1_000;
export const BIN_MS = 5_000;
/** A minute of calm, one of trouble, three to come back in: a longer calm would only thin out what the trouble cost. */
export const DURATION_MS = 300_000;
const FROM_MS = 60_000;
const UNTIL_MS = 120_000;
/** What comes later than this after it was wanted does not count as answered, whoever's retry brought it. */
export const PATIENCE_MS = 5_000;
const MINUTE = 60_000 / BIN_MS;

export const scenarios = {
  outage: { from: FROM_MS, until: UNTIL_MS, servedPerSecond: 0 },
  overload: { from: FROM_MS, until: UNTIL_MS, servedPerSecond: WANTED_PER_SECOND / 10 },
} as const satisfies Record<string, Trouble>;

export type Run = {
  /** Requests a second that reached the server, by bin of 5 s. */
  readonly rates: readonly number[];
  /** Requests a second before the trouble. */
  readonly steady: number;
  /** The highest bin after the trouble, as a multiple of `steady`. */
  readonly peakAfter: number;
  /** Requests sent for each that was wanted, over the whole run. */
  readonly amplification: number;
  /** The same from a minute before the trouble to a minute after it. */
  readonly amplificationAround: number;
  /** The same within the trouble. */
  readonly amplificationInTrouble: number;
  /** Of what was wanted in the whole run, the share that was answered well within the patience. */
  readonly answered: number;
  /** Seconds after the trouble from which on at least 99 % of what was wanted in each bin was answered so. */
  readonly wellAfterS: number;
};

/** Ten thousand people, each of whom wants something once in ten seconds on average. The same seed, the same run. */
export async function simulate(trouble: Trouble, makeClient: MakeClient, seed = 7): Promise<Run> {
  const clock = createEventClock();
  const random = seeded(seed);
  const server = createServer(clock, trouble, DURATION_MS, BIN_MS);
  const bins = DURATION_MS / BIN_MS;
  const wanted = new Array<number>(bins).fill(0);
  const good = new Array<number>(bins).fill(0);

  function start(nth: number) {
    let waitingSince: number[] = [];
    const client = makeClient(server, clock, seeded(seed * CLIENTS + nth), () => {
      for (const at of waitingSince) if (clock.now() - at <= PATIENCE_MS) countIn(good, at);
      waitingSince = [];
    });
    const goOn = () => {
      clock.after(exponentialMs(random, WANTED_PER_SECOND / CLIENTS), () => {
        countIn(wanted, clock.now());
        waitingSince.push(clock.now());
        client.want();
        goOn();
      });
    };
    goOn();
  }
  for (let nth = 0; nth < CLIENTS; nth++) start(nth);
  await clock.runUntil(DURATION_MS - 1);

  const rates = server.sent.map((sent) => sent / (BIN_MS / 1000));
  const first = trouble.from / BIN_MS;
  const after = trouble.until / BIN_MS;
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
    amplificationInTrouble: sentForEach(first, after),
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
