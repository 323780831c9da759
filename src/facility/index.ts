import { createApi } from './api.ts';
import { createClock, type FacilityClock, type HostTime } from './clock.ts';
import { createControl } from './control/routes.ts';
import { createFaults, play } from './faults.ts';
import { realTime } from './host-time.ts';
import { noteArrival } from './journal.ts';
import { createPremises } from './premises.ts';
import type { Message, World } from './world.ts';

export type { FacilityClock } from './clock.ts';
export { frozenTime } from './host-time.ts';
export { ConnectionDropped } from './http.ts';
export { demoTenants, seedLocations } from './seed/index.ts';
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
  /** The control face, `/__facility`. */
  control(request: Request): Promise<Response>;
  readonly clock: FacilityClock;
  /** As it is now; another one after a reset. */
  readonly world: World;
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
  let tokens = 0;
  let lives = 0;
  const open = () => {
    lives += 1;
    return createPremises({ clock, seed, nextToken: () => ++tokens, tokenSeed: seed + lives, onMessage });
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
      // The facility's own time, so that a client can learn how far its clock is off.
      const dated = new Response(response.body, response);
      dated.headers.set('date', new Date(clock.now()).toUTCString());
      return dated;
    },
    control: async (request) => control.fetch(request),
    clock,
    get world() {
      return premises.world;
    },
    close: () => clock.stop(),
  };
}
