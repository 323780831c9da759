import type { Opener } from '../opener.ts';

/** Nothing here reaches a door: the page explains how to open it with the phone app, and offers nothing else. */
export const noOpener: Opener = {
  kind: 'none',
  unavailable: () => 'no-opener',
  refusal: () => ({ kind: 'unsupported' }),
  attempt: async () => ({ kind: 'ended', outcome: { kind: 'not-sent', because: { kind: 'unsupported' } } }),
  dedupesByKey: false,
  scope: () => 'no-opener',
};
