import type { Opener } from '#systems';

/** For systems without an opener: the page explains how to open the door with the phone app. */
export const noOpener: Opener = {
  kind: 'none',
  unavailable: () => 'no-opener',
  refusal: () => ({ kind: 'unsupported' }),
  attempt: async () => ({ kind: 'ended', outcome: { kind: 'not-sent', because: { kind: 'unsupported' } } }),
  dedupesByKey: false,
  scope: () => 'no-opener',
};
