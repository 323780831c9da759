import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem.ts';
import { fullJitterMs, READ_TRIES } from './retry-policy.ts';
import { treatments } from './treatments.ts';

/** A read older than this is fetched again when the page comes back into view or the network returns. Ms. */
export const STALE_AFTER_MS = 30_000;

/**
 * The cache of reads. Commands never go through it: a paused mutation is replayed on reconnect, which is the one thing
 * that must not happen to a door (docs/decisions/0003-commands-are-not-mutations.md).
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: STALE_AFTER_MS,
        // Ask, and let the network say no: the browser's idea of being online is only sometimes right.
        networkMode: 'always',
        retry: (failures, error) =>
          failures < READ_TRIES - 1 && error instanceof ApiProblem && treatments[error.kind].retriesReads,
        retryDelay: (failures) => fullJitterMs(failures),
        refetchOnWindowFocus: true,
        refetchOnReconnect: true,
      },
    },
  });
}
