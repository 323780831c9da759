import type { FacilityClock } from './clock.ts';
import { createCodes } from './codes.ts';
import type { CommandAnswer } from './command-answer.ts';
import { createKeyStore } from './idempotency.ts';
import type { Journal } from './journal.ts';
import { createLimit } from './limits.ts';
import { createMotors } from './motor.ts';
import { createRandom } from './random.ts';
import { seedTenants } from './seed/index.ts';
import { createTokens } from './tokens.ts';
import { defaultSettings, type Message, type World } from './world.ts';

export type PremisesParts = {
  readonly clock: FacilityClock;
  readonly seed: number;
  /** Numbers and letters of tokens outlive a reset: a token of the world before must never open the world after. */
  readonly nextToken: () => number;
  readonly tokenSeed: number;
  readonly onMessage: (message: Message) => void;
  readonly onMove: () => void;
};

/** One life of the facility, from a reset to the next: the world and all that remembers what was done in it. */
export function createPremises({ clock, seed, nextToken, tokenSeed, onMessage, onMove }: PremisesParts) {
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
    commandKeys: createKeyStore<Promise<CommandAnswer>>(clock),
    motors: createMotors(clock, world.settings, journal, onMove),
    ids: createRandom(seed + 1),
    /** When what a tenant sees in /access last changed, by tenant id. */
    evaluations: new Map<string, { readonly content: string; readonly at: string }>(),
    send(to: string, text: string): void {
      const message: Message = { to, text, at: clock.iso() };
      world.messages.push(message);
      onMessage(message);
    },
  };
}

export type Premises = ReturnType<typeof createPremises>;
