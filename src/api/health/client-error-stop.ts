import type { Clock } from '#platform';

/**
 * Stops automatic requests when more than half of the recent answers were client errors: Kisi may suspend a client that
 * keeps sending bad requests. Requests that a person makes are still sent; a success ends the stop, and so does time.
 */
export type ClientErrorStop = {
  /** Records the status of one answer. */
  note(status: number): void;
  isStopped(): boolean;
};

/** Older answers do not count. */
const WITHIN_MS = 300_000;
/** With fewer answers nothing is stopped. */
const MIN_ANSWERS = 10;
const MAX_SHARE = 0.5;
/** An ended session and a rate limit are not caused by a bad request. */
const NOT_COUNTED = [401, 429];

export function createClientErrorStop(clock: Clock): ClientErrorStop {
  let answers: readonly { readonly at: number; readonly isBad: boolean }[] = [];

  function recentAnswers() {
    answers = answers.filter(({ at }) => at > clock.now() - WITHIN_MS && at <= clock.now());
    return answers;
  }

  function isStopped(): boolean {
    const recent = recentAnswers();
    return recent.length >= MIN_ANSWERS && recent.filter(({ isBad }) => isBad).length / recent.length > MAX_SHARE;
  }

  return {
    note(status) {
      const isBad = status >= 400 && status < 500 && !NOT_COUNTED.includes(status);
      // During the stop only a person's requests are sent, so a success shows that the API accepts requests again.
      if (!isBad && status < 400 && isStopped()) answers = [];
      else answers = [...recentAnswers(), { at: clock.now(), isBad }];
    },
    isStopped,
  };
}
