import { createApi } from './api.ts';
import { createClock, type FacilityClock, type HostTime } from './clock.ts';
import { createControl } from './control/routes.ts';
import { describeState, type FacilityState } from './control/state.ts';
import { createFaults, play } from './faults.ts';
import { realTime } from './host-time.ts';
import { type Journal, noteArrival } from './journal.ts';
import { createPremises } from './premises.ts';
import type { Message, Tenant, World } from './world.ts';

export type { FacilityClock, HostTime } from './clock.ts';
export type { FacilityState } from './control/state.ts';
export { frozenTime, realTime } from './host-time.ts';
export { ConnectionDropped } from './http.ts';
export type { Journal, Opening } from './journal.ts';
export { demoTenants, seedLocations } from './seed/index.ts';
export { createTimerQueue } from './timer-queue.ts';
export type { DoorKind, EntryPoint, Message, Report, Tenant, Unit, World } from './world.ts';

export type FacilityOptions = {
  /** The host's clock, epoch ms; the machine's own unless told otherwise. */
  readonly now?: HostTime['now'];
  /** The host's timers; the machine's own unless told otherwise. */
  readonly setTimer?: HostTime['setTimer'];
  /** The same seed sends the same codes. */
  readonly seed?: number;
  readonly onMessage?: (message: Message) => void;
};

export type Facility = {
  /**
   * The API and the gateway as a fetch-style handler.
   *
   * @throws {ConnectionDropped} (rejects) where a fault ends the connection
   */
  fetch(request: Request): Promise<Response>;
  /** The control API, `/__facility`. */
  control(request: Request): Promise<Response>;
  readonly clock: FacilityClock;
  /** As it is now; another one after a reset. */
  readonly world: World;
  /** As it is now; another one after a reset. */
  readonly journal: Journal;
  /** What a picture of it needs: the same that the control API tells, without the way through JSON; of all tenants or some. */
  state(who?: (tenant: Tenant) => boolean): FacilityState;
  /** Calls back after whatever may have changed what `state` tells, the time of day apart. The answer unsubscribes. */
  subscribe(changed: () => void): () => void;
  /** Forgets every timer. */
  close(): void;
};

/** Any number will do; this one is written down so that every run begins with the same codes. */
const SEED = 20260213;

/** A small, complete, deterministic world of storage facilities, behind the face of its API. */
export function createFacility(options: FacilityOptions = {}): Facility {
  const host: HostTime = { now: options.now ?? realTime.now, setTimer: options.setTimer ?? realTime.setTimer };
  const { seed = SEED, onMessage = () => undefined } = options;
  const clock = createClock(host);
  const faults = createFaults();
  const watchers = new Set<() => void>();
  const changed = () => {
    for (const watcher of [...watchers]) watcher();
  };
  let tokens = 0;
  let lives = 0;
  const open = () => {
    lives += 1;
    return createPremises({
      clock,
      seed,
      nextToken: () => ++tokens,
      tokenSeed: seed + lives,
      onMessage,
      onMove: changed,
    });
  };
  let premises = open();
  const api = createApi(() => premises);
  const control = createControl({ premises: () => premises, faults, reset });

  function reset() {
    clock.stop();
    clock.set(host.now());
    faults.clear();
    premises = open();
  }

  async function answer(request: Request): Promise<Response> {
    return api.fetch(request);
  }

  return {
    async fetch(request) {
      const entry = noteArrival(premises.journal, request, clock);
      const fault = faults.take(request.method, new URL(request.url).pathname);
      const response = await (fault ? play(fault, request, answer, host) : answer(request));
      entry.status = response.status;
      if (request.method !== 'GET') changed();
      // The facility's own time, so that a client can learn how far its clock is off.
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
      return premises.world;
    },
    get journal() {
      return premises.journal;
    },
    state: (who) => describeState(premises, who),
    subscribe(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    close: () => clock.stop(),
  };
}
