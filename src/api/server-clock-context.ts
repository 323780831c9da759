import { createContext, useContext } from 'react';
import type { ServerClock } from './timing/server-clock.ts';

export const ServerClockContext = createContext<ServerClock | null>(null);

/** The server's time. Throws outside the provider that `app/` sets up. */
export function useServerClock(): ServerClock {
  const clock = useContext(ServerClockContext);
  if (!clock) throw new Error('useServerClock needs ServerClockContext');
  return clock;
}
