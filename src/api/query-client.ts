import { focusManager, onlineManager, QueryClient, type TimeoutProvider, timeoutManager } from '@tanstack/react-query';
import type { Clock, Platform } from '#platform';

/** A read older than this is fetched again when the page comes back into view or the network returns. Ms. */
export const STALE_AFTER_MS = 30_000;

/** Of the client that was made last: the library has one set of timers a page. */
let clock: Clock | undefined;

/** The library takes numbers and what can be made one; it only ever hands them back. */
type Timer = (() => void) & { readonly [Symbol.toPrimitive]: () => number };

// Here and not with each client: the library complains when another provider follows one that it has used.
timeoutManager.setTimeoutProvider({
  setTimeout: (run, ms) => clock?.after(ms, run),
  clearTimeout: (cancel) => cancel?.(),
  // The app asks for nothing at intervals.
} as TimeoutProvider<Timer>);

type QueryPlatform = Pick<Platform, 'clock' | 'online' | 'visibility'>;

/**
 * The cache of reads. It never repeats one: the transport does, where the budget and the server's health are known.
 * Commands never go through it: a paused mutation is replayed on reconnect, which is the one thing that must not happen
 * to a door (docs/decisions/0003-commands-are-not-mutations.md). `mayAsk`: whether a read may leave that nobody asked for.
 */
export function createQueryClient(platform: QueryPlatform, mayAsk: () => boolean): QueryClient {
  const { online, visibility } = platform;
  clock = platform.clock;
  onlineManager.setEventListener((setOnline) => online.subscribe(() => setOnline(online.isOnline())));
  focusManager.setEventListener((focused) => visibility.onReturn(() => focused()));
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
