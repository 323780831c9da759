import { QueryClient } from '@tanstack/react-query';

/** A read older than this is fetched again when the page comes back into view or the network returns. Ms. */
export const STALE_AFTER_MS = 30_000;

/**
 * The cache of reads. It never repeats one: the transport does, where the budget and the server's health are known.
 * Commands never go through it: a paused mutation is replayed on reconnect, which is the one thing that must not happen
 * to a door (docs/decisions/0003-commands-are-not-mutations.md). `mayAsk`: whether a read may leave that nobody asked for.
 */
export function createQueryClient(mayAsk: () => boolean): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: STALE_AFTER_MS,
        // Ask, and let the network say no: the browser's idea of being online is only sometimes right.
        networkMode: 'always',
        retry: false,
        refetchOnWindowFocus: mayAsk,
        refetchOnReconnect: mayAsk,
      },
    },
  });
}
