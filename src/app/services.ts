import {
  type ActionsAtOnce,
  type ApiProblem,
  createExchanges,
  createRateWindows,
  createRetryBudget,
  createServerClock,
  createTransport,
  type DialectReader,
  type Exchanges,
  type RateWindows,
  type ServerClock,
  type Transport,
  type TransportParts,
  treatAtOnce,
} from '#api';
import type { RuntimeConfig } from '#config';
import { createWatchedScopes, type RateLimitServices } from '#notices';
import { browserOnline, type Clock, type JsonStore, localStore, systemClock, tabStore } from '#platform';
import { createReturnPath, createSessionStore, type ReturnPath, type SessionStore } from '#session';
import type { System, SystemDefinition } from '#systems';
import type { Crash } from './defects.ts';

/** What every page has, the sign-in included. */
export type Services = {
  readonly config: RuntimeConfig;
  readonly clock: Clock;
  readonly local: JsonStore;
  readonly serverClock: ServerClock;
  readonly windows: RateWindows;
  readonly rateLimits: RateLimitServices;
  /** What was asked and answered last, for whoever helps. */
  readonly exchanges: Exchanges;
  /** The way out to the API. */
  readonly transport: Transport;
  /** Absolute, without a slash at the end. */
  readonly apiBase: string;
  readonly system: System;
  /** How the system writes its errors, which a server beside it may do as well. */
  readonly dialect: DialectReader;
  readonly sessions: SessionStore;
  readonly returnPath: ReturnPath;
  readonly actions: Actions;
  /** Asked before a reload that nobody wanted: each part that may be at work adds its own question. */
  readonly busy: Set<() => boolean>;
  /** A way out to another server than the API's, under the same rules. */
  readonly transportTo: (base: string, more?: Partial<TransportParts>) => Transport;
};

type Actions = ActionsAtOnce & {
  /** Counts what only we or the server can have caused; where its code cannot be had, it goes uncounted. */
  countDefect(defect: ApiProblem | Crash): void;
};

/** Makes the services that the sign-in needs, for the system that was loaded; the rest is made by `signed-in.tsx`. */
export function createServices(config: RuntimeConfig, definition: SystemDefinition): Services {
  const clock = systemClock;
  const local = localStore();
  const tab = tabStore();
  const apiBase = absolute(config.api.base);
  const sessions = createSessionStore(local, apiBase, config.session);
  // One for all servers: each keeps the right time, and the API's is known before the first door is opened.
  const serverClock = createServerClock(clock);
  const windows = createRateWindows(local, clock, serverClock);
  const exchanges = createExchanges(tab);
  const budget = createRetryBudget(clock);
  const { authorize, dialect } = definition;
  const { healthPath, paceOf } = definition.serverPolicy;
  const pace = paceOf?.({ store: local, clock }) ?? null;
  const actions: Actions = {
    endSession: (refused) => sessions.send({ type: 'rejected', credential: refused, at: clock.now() }),
    countDefect: (defect) =>
      void import('./defects.ts').then((defects) => defects.countDefect(tab, defect)).catch(() => {}),
  };
  const transportTo = (base: string, more: Partial<TransportParts> = {}) =>
    createTransport({
      base: absolute(base),
      fetch: (input, init) => fetch(input, init),
      clock,
      serverClock,
      windows,
      exchanges,
      budget,
      isOnline: browserOnline.isOnline,
      credentials: sessions.vault,
      authorize,
      dialects: [dialect],
      onProblem: (problem, sentAs) => treatAtOnce(problem, sentAs, actions),
      ...more,
    });
  const transport = transportTo(config.api.base, { healthPath, pace });
  if (transport.breaker) browserOnline.subscribe(transport.breaker.probeNow);
  return {
    config,
    clock,
    local,
    serverClock,
    windows,
    rateLimits: { windows, watched: createWatchedScopes(windows), breaker: transport.breaker },
    exchanges,
    transport,
    apiBase,
    dialect,
    system: definition.connect({ config, transport }),
    sessions,
    returnPath: createReturnPath(tab),
    actions,
    busy: new Set(),
    transportTo,
  };
}

function absolute(base: string): string {
  return new URL(base, location.origin).href.replace(/\/$/, '');
}
