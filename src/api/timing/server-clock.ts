import type { Clock } from '#platform';
import { readHttpDate } from './http-date.ts';

/** The server's time, learned from the `Date` of its answers (whole seconds, so about half a second off). */
export type ServerClock = {
  /**
   * Epoch ms on the server's clock, which commands go by (law 4): moved only by answers that were read as what was asked
   * for. This device's own until the first of them.
   */
  now(): number;
  /** By how many ms the clock of whoever answered last is ahead, an error page included; null until then. For rate windows. */
  ahead(): number | null;
  /**
   * `sentAt` and `receivedAt` are epoch ms on this device's clock. A missing or malformed `Date` changes nothing. Call what
   * it returns once the answer was read: then `now` goes by it, too.
   */
  observe(dateHeader: string | null, sentAt: number, receivedAt: number): () => void;
};

/** `Date` is cut to whole seconds: on average the answer is half a second younger than it says. */
const HALF_SECOND_MS = 500;
/** Below this the difference is the header's own coarseness and the way through the network, not a wrong clock. */
const NOTICEABLE_MS = 1500;

export function createServerClock(clock: Clock): ServerClock {
  let ahead: number | null = null;
  let trusted = 0;
  return {
    now: () => clock.now() + trusted,
    ahead: () => ahead,
    observe(dateHeader, sentAt, receivedAt) {
      const date = readHttpDate(dateHeader);
      if (date === null) return () => {};
      const difference = date + HALF_SECOND_MS - (sentAt + receivedAt) / 2;
      // Written at any moment of the exchange: an answer that waited for a motor contradicts what is known by no less.
      const doubt = HALF_SECOND_MS + (receivedAt - sentAt) / 2;
      const learned = Math.abs(difference) < NOTICEABLE_MS ? 0 : difference;
      const learn = (known: number) => (Math.abs(difference - known) > doubt ? learned : known);
      ahead = learn(ahead ?? 0);
      return () => {
        trusted = learn(trusted);
      };
    },
  };
}
