import { focusManager, onlineManager, QueryClient, type TimeoutProvider, timeoutManager } from '@tanstack/react-query';
import type { Clock, Platform } from '#platform';

/** Older data is fetched again when the page becomes visible or the network returns. */
export const STALE_AFTER_MS = 30_000;

/** The clock of the last client that was created: TanStack Query has one timer provider per page. */
let clock: Clock | undefined;

/** TanStack Query wants a timer id that converts to a number, but only passes it back to `clearTimeout`. */
type Timer = (() => void) & { readonly [Symbol.toPrimitive]: () => number };

// Set once per page: TanStack Query warns when the provider changes after its first use.
timeoutManager.setTimeoutProvider({
  setTimeout: (run, ms) => clock?.after(ms, run),
  clearTimeout: (cancel) => cancel?.(),
  // No `setInterval`: the app does not poll.
} as TimeoutProvider<Timer>);

type QueryPlatform = Pick<Platform, 'clock' | 'online' | 'visibility'>;

/**
 * The cache of reads. Retries are off, because the transport retries within its budget and the circuit breaker's state.
 * Open commands never become mutations: TanStack Query replays a paused mutation on reconnect, which would open a door
 * later (docs/decisions/0003-commands-are-not-mutations.md).
 *
 * @param mayRefetch whether automatic refetches are allowed at the moment
 */
export function createQueryClient(platform: QueryPlatform, mayRefetch: () => boolean): QueryClient {
  const { online, visibility } = platform;
  clock = platform.clock;
  onlineManager.setEventListener((setOnline) => online.subscribe(() => setOnline(online.isOnline())));
  focusManager.setEventListener((focused) => visibility.onReturn(() => focused()));
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: STALE_AFTER_MS,
        // `navigator.onLine` is unreliable, so a read is always tried.
        networkMode: 'always',
        retry: false,
        refetchOnWindowFocus: mayRefetch,
        refetchOnReconnect: mayRefetch,
      },
    },
  });
}
