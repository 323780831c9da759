import type { FacilityClock } from './clock.ts';
import { createCodes } from './codes.ts';
import type { CommandResult } from './command-result.ts';
import { createKeyStore } from './idempotency.ts';
import type { Journal } from './journal.ts';
import { createLimit } from './limits.ts';
import { createMotors } from './motor.ts';
import { createRandom } from './random.ts';
import { seedTenants } from './seed/index.ts';
import { createTokens } from './tokens.ts';
import { defaultSettings, type Message, type World } from './world.ts';

export type InstanceOptions = {
  readonly clock: FacilityClock;
  readonly seed: number;
  /** Token numbers and seeds differ after a reset, so that an old token is never valid again. */
  readonly nextToken: () => number;
  readonly tokenSeed: number;
  readonly onMessage: (message: Message) => void;
  readonly onMove: () => void;
};

/** Everything that a reset replaces: the world, and all state that depends on it. */
export function createInstance({ clock, seed, nextToken, tokenSeed, onMessage, onMove }: InstanceOptions) {
  const world: World = {
    tenants: seedTenants(clock.now()),
    settings: defaultSettings(),
    messages: [],
    reports: [],
  };
  const journal: Journal = { requests: [], openings: [] };
  return {
    clock,
    world,
    journal,
    codes: createCodes(clock, createRandom(seed)),
    tokens: createTokens(clock, createRandom(tokenSeed), nextToken),
    limits: { phone: createLimit(clock), verify: createLimit(clock) },
    reportKeys: createKeyStore<object>(clock),
    commandKeys: createKeyStore<Promise<CommandResult>>(clock),
    motors: createMotors(clock, world.settings, journal, onMove),
    ids: createRandom(seed + 1),
    /** When the access of a tenant last changed, by tenant id. */
    evaluations: new Map<string, { readonly content: string; readonly at: string }>(),
    send(to: string, text: string): void {
      const message: Message = { to, text, at: clock.iso() };
      world.messages.push(message);
      onMessage(message);
    },
  };
}

export type FacilityInstance = ReturnType<typeof createInstance>;
