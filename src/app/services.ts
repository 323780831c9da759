import {
  type ApiProblem,
  createExchanges,
  createRateWindows,
  createRetryBudget,
  createServerClock,
  createTransport,
  type Exchanges,
  type ProblemActions,
  type RateWindows,
  type ServerClock,
  type Transport,
  type TransportParts,
  treatAtOnce,
} from '#api';
import type { RuntimeConfig } from '#config';
import { createWatchedScopes, type RateLimitServices } from '#notices';
import type { Clock, JsonStore, Platform } from '#platform';
import { createReturnPath, createSessionStore, type ReturnPath, type SessionStore } from '#session';
import { createSystem, mannersOf, type System } from '#systems';
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
  readonly sessions: SessionStore;
  readonly returnPath: ReturnPath;
  /** What the parts behind sign-in fill in when they are loaded. */
  readonly signedIn: SignedInActions;
  readonly actions: Actions;
  /** A way out to another server than the API's, under the same rules. */
  readonly transportTo: (base: string) => Transport;
};

type Actions = ProblemActions & {
  /** Counts what only we or the server can have caused; where its code cannot be had, it goes uncounted. */
  countDefect(defect: ApiProblem | Crash): void;
};

/** What a problem can cause only once somebody is signed in. */
export type SignedInActions = {
  refresh: () => void;
  toast: ProblemActions['toast'];
  /** Whether an open command is on its way. */
  isBusy: () => boolean;
};

/** Makes the services that the sign-in needs; the rest is made by `signed-in.tsx`. */
export function createServices(config: RuntimeConfig, platform: Platform): Services {
  const { clock, local, tab, online } = platform;
  const absolute = (base: string) => new URL(base, platform.location.origin).href.replace(/\/$/, '');
  const apiBase = absolute(config.api.base);
  const sessions = createSessionStore(local, apiBase, config.session ?? {}, clock.now);
  // One for all servers: each keeps the right time, and the API's is known before the first door is opened.
  const serverClock = createServerClock(clock);
  const windows = createRateWindows(local, clock, serverClock);
  const exchanges = createExchanges(tab);
  const budget = createRetryBudget(clock);
  const { healthPath, paceOf } = mannersOf(config.system);
  const pace = paceOf?.({ store: local, clock }) ?? null;
  const signedIn: SignedInActions = {
    refresh: () => {},
    toast: () => {},
    isBusy: () => false,
  };
  const actions: Actions = {
    endSession: (token) => sessions.send({ type: 'rejected', token, at: clock.now() }),
    refresh: () => signedIn.refresh(),
    toast: (problem, subject) => signedIn.toast(problem, subject),
    countDefect: (defect) =>
      void import('./defects.ts').then((defects) => defects.countDefect(tab, defect)).catch(() => {}),
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
      onProblem: (problem, token) => treatAtOnce(problem, token, actions),
      ...more,
    });
  const transport = transportTo(config.api.base, { healthPath, pace });
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
    system: createSystem(config, transport),
    sessions,
    returnPath: createReturnPath(tab),
    signedIn,
    actions,
    transportTo,
  };
}
