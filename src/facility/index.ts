import { createApi } from './api.ts';
import { createClock, type FacilityClock, type HostTime } from './clock.ts';
import { createControl } from './control/routes.ts';
import { describeState, type FacilityState } from './control/state.ts';
import { applyFault, createFaults } from './faults.ts';
import { realTime } from './host-time.ts';
import { createInstance } from './instance.ts';
import { type Journal, noteArrival } from './journal.ts';
import type { Message, Tenant, World } from './world.ts';

export type { FacilityClock, HostTime } from './clock.ts';
export { codeIn } from './codes.ts';
export type { FacilityState, Position } from './control/state.ts';
export { frozenTime, realTime } from './host-time.ts';
export { ConnectionDropped } from './http.ts';
export type { Journal, Opening } from './journal.ts';
export { demoTenants, seedLocations } from './seed/index.ts';
export { createTimerQueue } from './timer-queue.ts';
export type { DoorKind, EntryPoint, Message, MotorHealth, Report, Tenant, Unit, World } from './world.ts';

export type FacilityOptions = {
  /** The host's clock, epoch ms. Default: the system clock. */
  readonly now?: HostTime['now'];
  /** The host's timers. Default: `setTimeout`. */
  readonly setTimer?: HostTime['setTimer'];
  /** The same seed produces the same codes. */
  readonly seed?: number;
  readonly onMessage?: (message: Message) => void;
};

export type Facility = {
  /**
   * The API and the gateway as a fetch-style handler.
   *
   * @throws {ConnectionDropped} (rejects) when a fault drops the connection
   */
  fetch(request: Request): Promise<Response>;
  /** The control API, `/__facility`. */
  control(request: Request): Promise<Response>;
  readonly clock: FacilityClock;
  /** A reset of the facility creates a new one. */
  readonly world: World;
  /** A reset of the facility creates a new one. */
  readonly journal: Journal;
  /** The state that `GET /__facility/state` returns, without serialization; `who` selects tenants. */
  state(who?: (tenant: Tenant) => boolean): FacilityState;
  /** Calls `changed` after each change of `state`, except for the time of day. Returns a function that unsubscribes. */
  subscribe(changed: () => void): () => void;
  /** Cancels all timers. */
  close(): void;
};

/** Fixed, so that every run starts with the same codes. */
const DEFAULT_SEED = 20260213;

/** Creates a deterministic simulation of storage facilities with its HTTP API. */
export function createFacility(options: FacilityOptions = {}): Facility {
  const host: HostTime = { now: options.now ?? realTime.now, setTimer: options.setTimer ?? realTime.setTimer };
  const { seed = DEFAULT_SEED, onMessage = () => undefined } = options;
  const clock = createClock(host);
  const faults = createFaults();
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of [...listeners]) listener();
  };
  let tokens = 0;
  let resets = 0;
  const newInstance = () => {
    resets += 1;
    return createInstance({
      clock,
      seed,
      nextToken: () => ++tokens,
      tokenSeed: seed + resets,
      onMessage,
      onMove: changed,
    });
  };
  let instance = newInstance();
  const api = createApi(() => instance);
  const control = createControl({ instance: () => instance, faults, reset });

  function reset() {
    clock.stop();
    clock.set(host.now());
    faults.clear();
    instance = newInstance();
  }

  async function handle(request: Request): Promise<Response> {
    return api.fetch(request);
  }

  return {
    async fetch(request) {
      const entry = noteArrival(instance.journal, request, clock);
      const fault = faults.take(request.method, new URL(request.url).pathname);
      const response = await (fault ? applyFault(fault, request, handle, host) : handle(request));
      entry.status = response.status;
      if (request.method !== 'GET') changed();
      // The facility's time, so that a client can measure the offset of its own clock.
      const dated = new Response(response.body, response);
      dated.headers.set('date', new Date(clock.now()).toUTCString());
      return dated;
    },
    async control(request) {
      const response = await control.fetch(request);
      if (request.method !== 'GET') changed();
      return response;
    },
    clock,
    get world() {
      return instance.world;
    },
    get journal() {
      return instance.journal;
    },
    state: (who) => describeState(instance, who),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => clock.stop(),
  };
}
