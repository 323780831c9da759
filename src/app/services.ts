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
import type { Platform } from '#platform';
import { createReturnPath, createSessionStore, type ReturnPath, type SessionStore } from '#session';
import type { System, SystemDefinition } from '#systems';
import type { Crash } from './defects.ts';

/** The services of every page, sign-in included. */
export type Services = {
  readonly platform: Platform;
  readonly config: RuntimeConfig;
  readonly serverClock: ServerClock;
  readonly windows: RateWindows;
  readonly rateLimits: RateLimitServices;
  /** The last requests and their results, for the help page. */
  readonly exchanges: Exchanges;
  readonly transport: Transport;
  /** Absolute, without a trailing slash. */
  readonly apiBase: string;
  readonly system: System;
  /** Reads the system's error responses. Other servers, such as a gateway, may use the same format. */
  readonly dialect: DialectReader;
  readonly sessions: SessionStore;
  readonly returnPath: ReturnPath;
  readonly actions: Actions;
  /** Lazy code registers itself here. */
  readonly extensions: Set<Extension>;
  /** Creates a transport to another server, with the same policies. */
  readonly transportTo: (base: string, more?: Partial<TransportParts>) => Transport;
};

type Actions = ProblemActions & {
  /** Counts a failure of the app or the server. Not counted when the code for that cannot be loaded. */
  countDefect(defect: ApiProblem | Crash): void;
};

/** What lazy code adds to the services. */
export type Extension = Pick<ProblemActions, 'refresh' | 'toast'> & {
  /** Whether an automatic reload has to wait. */
  isBusy(): boolean;
};

/** Creates the services of every page; signed-in-services.ts creates the others. */
export function createServices(config: RuntimeConfig, definition: SystemDefinition, platform: Platform): Services {
  const { clock, local, tab, online } = platform;
  const absolute = (base: string) => new URL(base, platform.location.origin).href.replace(/\/$/, '');
  const apiBase = absolute(config.api.base);
  const sessions = createSessionStore(local, apiBase, config.session ?? {}, clock.now);
  // One clock for all servers, because their clocks agree. It is set by the API before a command goes to another server.
  const serverClock = createServerClock(clock);
  const windows = createRateWindows(local, clock, serverClock);
  const exchanges = createExchanges(tab);
  const budget = createRetryBudget(clock);
  const { authorize, dialect, healthPath } = definition;
  const extensions = new Set<Extension>();
  const actions: Actions = {
    endSession: (refused) => sessions.send({ type: 'rejected', credential: refused, at: clock.now() }),
    refresh() {
      for (const extension of extensions) extension.refresh();
    },
    toast(problem, opens) {
      for (const extension of extensions) extension.toast(problem, opens);
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
    extensions,
    transportTo,
  };
}
