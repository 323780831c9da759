import type { Clock } from '#platform';
import { readHttpDate } from './http-date.ts';

/** The server's time, estimated from the `Date` of its answers. */
export type ServerClock = {
  /**
   * Epoch ms on the server's clock, for open commands (law 4). Only valid answers of the API change it, because an error
   * page may come from a proxy with another clock. Until the first one it is this device's time.
   */
  now(): number;
  /** How far the server's clock is ahead of this device's, in ms; null before the first answer. For rate-limit windows. */
  ahead(): number | null;
  /**
   * Updates `ahead` from the `Date` of an answer. A missing or malformed `Date` changes nothing. Call the returned function
   * when the answer proves valid, to update `now` as well.
   *
   * @param sentAt epoch ms on this device's clock
   * @param receivedAt epoch ms on this device's clock
   */
  observe(dateHeader: string | null, sentAt: number, receivedAt: number): () => void;
};

/** `Date` is truncated to seconds, so on average the true time is half a second later. */
const HALF_SECOND_MS = 500;
/** Smaller differences come from the header's resolution and the network, not from a wrong clock. */
const NOTICEABLE_MS = 1500;

export function createServerClock(clock: Clock): ServerClock {
  let ahead: number | null = null;
  /** Like `ahead`, but learned only from valid answers; 0 before the first. */
  let trusted = 0;
  return {
    now: () => clock.now() + trusted,
    ahead: () => ahead,
    observe(dateHeader, sentAt, receivedAt) {
      const date = readHttpDate(dateHeader);
      if (date === null) return () => {};
      const difference = date + HALF_SECOND_MS - (sentAt + receivedAt) / 2;
      // The server may write `Date` at any time of the exchange, which lasts seconds while a motor moves.
      const tolerance = HALF_SECOND_MS + (receivedAt - sentAt) / 2;
      const measured = Math.abs(difference) < NOTICEABLE_MS ? 0 : difference;
      const update = (known: number) => (Math.abs(difference - known) > tolerance ? measured : known);
      ahead = update(ahead ?? 0);
      return () => {
        trusted = update(trusted);
      };
    },
  };
}
