import type { Context } from 'hono';
import type { FacilityClock } from './clock.ts';
import { Refusal } from './http.ts';
import type { Random } from './random.ts';
import type { Tenant } from './world.ts';

type Held = { readonly tenant: Tenant; expiresAt: number };

/** Whoever asks, and the token they ask with: keys of locks are bound to it. */
export type Bearer = { readonly tenant: Tenant; readonly token: string };

/** The bearer tokens of a world. There is no refresh (KISS guide, sign-in). */
export function createTokens(clock: FacilityClock, random: Random, nextNumber: () => number) {
  const held = new Map<string, Held>();

  const read = (context: Context): Bearer => {
    const token = /^Bearer +(\S+)$/i.exec(context.req.header('authorization') ?? '')?.[1];
    const known = token === undefined ? undefined : held.get(token);
    if (token === undefined || !known || clock.now() >= known.expiresAt) {
      throw new Refusal(401, { message: 'Unauthorized.' });
    }
    return { tenant: known.tenant, token };
  };

  const of = (phone: string | null) => [...held].filter(([, { tenant }]) => phone === null || tenant.phone === phone);

  return {
    issue(tenant: Tenant, lifetimeSeconds: number): string {
      const token = `${nextNumber()}|${random.text(40)}`;
      held.set(token, { tenant, expiresAt: clock.now() + lifetimeSeconds * 1000 });
      return token;
    },
    /** @throws {Refusal} 401 without a token that is known and alive */
    read,
    /** Lets the tokens of a number (E.164), or all of them, run out now. Gives how many that were. */
    expire(phone: string | null): number {
      const theirs = of(phone);
      for (const [, token] of theirs) token.expiresAt = Math.min(token.expiresAt, clock.now());
      return theirs.length;
    },
    /** Forgets the tokens of a number (E.164), or all of them. Gives how many that were. */
    revoke(phone: string | null): number {
      const theirs = of(phone);
      for (const [token] of theirs) held.delete(token);
      return theirs.length;
    },
    /** How many of a tenant's tokens are alive. */
    countFor(tenant: Tenant): number {
      return [...held.values()].filter((token) => token.tenant === tenant && clock.now() < token.expiresAt).length;
    },
  };
}

export type Tokens = ReturnType<typeof createTokens>;
