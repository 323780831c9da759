import type { Clock } from '#platform';

/**
 * Stops what runs by itself when too much of what was sent was bad: a client that keeps on sending bad requests may be
 * suspended (Kisi). A person can still press; a good answer to that, or time, ends the stop.
 */
export type ClientErrorStop = {
  /** One answer of the server. */
  note(status: number): void;
  isStopped(): boolean;
};

/** So far back counts. Ms. */
const WITHIN_MS = 300_000;
/** Fewer answers than this are no share of anything. */
const FEWEST = 10;
const LIMIT = 0.5;
/** What a 4xx may be without having been our mistake: an ended session, and a limit, which has its own window. */
const NO_MISTAKE = [401, 429];

export function createClientErrorStop(clock: Clock): ClientErrorStop {
  let answers: readonly { readonly at: number; readonly isBad: boolean }[] = [];

  function within() {
    answers = answers.filter(({ at }) => at > clock.now() - WITHIN_MS && at <= clock.now());
    return answers;
  }

  function isStopped(): boolean {
    const counted = within();
    return counted.length >= FEWEST && counted.filter(({ isBad }) => isBad).length / counted.length > LIMIT;
  }

  return {
    note(status) {
      const isBad = status >= 400 && status < 500 && !NO_MISTAKE.includes(status);
      // Only a person's request leaves while it is stopped: that it went well is news.
      if (!isBad && status < 400 && isStopped()) answers = [];
      else answers = [...within(), { at: clock.now(), isBad }];
    },
    isStopped,
  };
}
