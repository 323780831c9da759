import type { Clock } from '#platform';
import { readHttpDate } from './http-date.ts';

/** The server's time, learned from the `Date` of its answers (whole seconds, so about half a second off). */
export type ServerClock = {
  /** Epoch ms on the server's clock; this device's own until the first answer. */
  now(): number;
  /** By how many ms the server's clock is ahead of this device's; null until an answer has said. */
  ahead(): number | null;
  /** `sentAt` and `receivedAt` are epoch ms on this device's clock. A missing or malformed `Date` changes nothing. */
  observe(dateHeader: string | null, sentAt: number, receivedAt: number): void;
};

/** `Date` is cut to whole seconds: on average the answer is half a second younger than it says. */
const HALF_SECOND_MS = 500;
/** Below this the difference is the header's own coarseness and the way through the network, not a wrong clock. */
const NOTICEABLE_MS = 1500;

export function createServerClock(clock: Clock): ServerClock {
  let ahead: number | null = null;
  return {
    now: () => clock.now() + (ahead ?? 0),
    ahead: () => ahead,
    observe(dateHeader, sentAt, receivedAt) {
      const date = readHttpDate(dateHeader);
      if (date === null) return;
      const difference = date + HALF_SECOND_MS - (sentAt + receivedAt) / 2;
      ahead = Math.abs(difference) < NOTICEABLE_MS ? 0 : difference;
    },
  };
}
