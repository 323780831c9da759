import {
  type ApiProblem,
  createExchanges,
  createRateWindows,
  createRetryBudget,
  createServerClock,
  createTransport,
  type DialectReader,
  type Exchanges,
  handleProblem,
  type ProblemActions,
  type RateWindows,
  type ServerClock,
  type Transport,
  type TransportParts,
} from '#api';
import type { RuntimeConfig } from '#config';
import { createWatchedScopes, type RateLimitServices } from '#notices';
import type { Clock, JsonStore, Platform } from '#platform';
import { createReturnPath, createSessionStore, type ReturnPath, type SessionStore } from '#session';
import type { System, SystemDefinition } from '#systems';
import type { Crash } from './defects.ts';

/** What every page has, the sign-in included. */
export type Services = {
  readonly platform: Platform;
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
  /** Each part that is loaded later adds itself. */
  readonly laterParts: Set<LaterPart>;
  /** A way out to another server than the API's, under the same rules. */
  readonly transportTo: (base: string, more?: Partial<TransportParts>) => Transport;
};

type Actions = ProblemActions & {
  /** Counts what only we or the server can have caused; where its code cannot be had, it goes uncounted. */
  countDefect(defect: ApiProblem | Crash): void;
};

/** What a part that is loaded later adds to what the app does. */
export type LaterPart = Pick<ProblemActions, 'refresh' | 'toast'> & {
  /** Asked before a reload that nobody wanted. */
  isBusy(): boolean;
};

/** Makes the services that the sign-in needs, for the system that was loaded; the rest is made by `signed-in.tsx`. */
export function createServices(config: RuntimeConfig, definition: SystemDefinition, platform: Platform): Services {
  const { clock, local, tab, online } = platform;
  const absolute = (base: string) => new URL(base, platform.location.origin).href.replace(/\/$/, '');
  const apiBase = absolute(config.api.base);
  const sessions = createSessionStore(local, apiBase, config.session ?? {}, clock.now);
  // One for all servers: each keeps the right time, and the API's is known before the first door is opened.
  const serverClock = createServerClock(clock);
  const windows = createRateWindows(local, clock, serverClock);
  const exchanges = createExchanges(tab);
  const budget = createRetryBudget(clock);
  const { authorize, dialect, healthPath } = definition;
  const laterParts = new Set<LaterPart>();
  const actions: Actions = {
    endSession: (refused) => sessions.send({ type: 'rejected', credential: refused, at: clock.now() }),
    refresh() {
      for (const part of laterParts) part.refresh();
    },
    toast(problem, opens) {
      for (const part of laterParts) part.toast(problem, opens);
    },
    countDefect: (defect) =>
      void import('./defects.ts')
        .then((defects) => {
          defects.countDefect(tab, defect);
          platform.reportError?.({ name: defects.nameOf(defect), at: clock.now() });
        })
        .catch(() => {}),
  };
  const transportTo = (base: string, more: Partial<TransportParts> = {}) =>
    createTransport({
      base: absolute(base),
      fetch: platform.fetch,
      clock,
      serverClock,
      windows,
      exchanges,
      budget,
      isOnline: online.isOnline,
      credentials: sessions.vault,
      authorize,
      dialects: [dialect],
      onProblem: (problem, request) => handleProblem(problem, request, actions),
      ...more,
    });
  const transport = transportTo(config.api.base, { healthPath });
  if (transport.breaker) online.subscribe(transport.breaker.probeNow);
  return {
    platform,
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
    laterParts,
    transportTo,
  };
}
