import {
  createRateWindows,
  createServerClock,
  createTransport,
  type ProblemActions,
  type RateWindows,
  type ServerClock,
  type Transport,
  treatAtOnce,
} from '#api';
import type { RuntimeConfig } from '#config';
import { createWatchedScopes, type RateLimitServices } from '#notices';
import { type Clock, type JsonStore, localStore, systemClock, tabStore } from '#platform';
import { createReturnPath, createSessionStore, type ReturnPath, type SessionStore, type SignedIn } from '#session';
import { createSystem, type System } from '#systems';
import { createDefectCounter } from './defects.ts';

/** What every page has, the sign-in included. */
export type Services = {
  readonly config: RuntimeConfig;
  readonly clock: Clock;
  readonly local: JsonStore;
  readonly serverClock: ServerClock;
  readonly windows: RateWindows;
  readonly rateLimits: RateLimitServices;
  /** Absolute, without a slash at the end. */
  readonly apiBase: string;
  readonly system: System;
  readonly sessions: SessionStore;
  readonly returnPath: ReturnPath;
  /** What the parts behind sign-in fill in when they are loaded. */
  readonly signedIn: SignedInActions;
  readonly actions: ProblemActions;
  /** A way out to another server than the API's, under the same rules. */
  readonly transportTo: (base: string) => Transport;
};

/** What a problem can cause only once somebody is signed in. */
export type SignedInActions = {
  refresh: () => void;
  toast: ProblemActions['toast'];
  /** Whether an open command is on its way. */
  isBusy: () => boolean;
  /** Gives unsent reports their last seconds, while there is a token (law 6). */
  settle: () => Promise<void>;
  /** Leaves nothing behind that names what this tenant did. */
  scrub: (session: SignedIn) => Promise<void>;
};

/** Makes the services that the sign-in needs; the rest is made by `signed-in.tsx`. */
export function createServices(config: RuntimeConfig): Services {
  const clock = systemClock;
  const local = localStore();
  const tab = tabStore();
  const apiBase = absolute(config.api.base);
  const sessions = createSessionStore(local, apiBase);
  const windows = createRateWindows(local, clock);
  // One for all servers: each keeps the right time, and the API's is known before the first door is opened.
  const serverClock = createServerClock(clock);
  const signedIn: SignedInActions = {
    refresh: () => {},
    toast: () => {},
    isBusy: () => false,
    settle: async () => {},
    scrub: async () => {},
  };
  const actions: ProblemActions = {
    endSession: (token) => sessions.send({ type: 'rejected', token, at: clock.now() }),
    refresh: () => signedIn.refresh(),
    toast: (problem, subject) => signedIn.toast(problem, subject),
    countDefect: createDefectCounter(tab),
  };
  const transportTo = (base: string) =>
    createTransport({
      base: absolute(base),
      fetch: (input, init) => fetch(input, init),
      clock,
      serverClock,
      windows,
      onProblem: (problem, token) => treatAtOnce(problem, token, actions),
    });
  return {
    config,
    clock,
    local,
    serverClock,
    windows,
    rateLimits: { windows, watched: createWatchedScopes(windows) },
    apiBase,
    system: createSystem(config, transportTo(config.api.base)),
    sessions,
    returnPath: createReturnPath(tab),
    signedIn,
    actions,
    transportTo,
  };
}

function absolute(base: string): string {
  return new URL(base, location.origin).href.replace(/\/$/, '');
}
