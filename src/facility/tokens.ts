import type { Context } from 'hono';
import type { FacilityClock } from './clock.ts';
import { HttpError } from './http.ts';
import type { Random } from './random.ts';
import type { Tenant } from './world.ts';

type StoredToken = { readonly tenant: Tenant; expiresAt: number };

/** The tenant of a request, and its token, to which lock keys are bound. */
export type Bearer = { readonly tenant: Tenant; readonly token: string };

/** Bearer tokens. There is no refresh (KISS guide, sign-in). */
export function createTokens(clock: FacilityClock, random: Random, nextNumber: () => number) {
  const tokens = new Map<string, StoredToken>();

  const read = (context: Context): Bearer => {
    const token = /^Bearer +(\S+)$/i.exec(context.req.header('authorization') ?? '')?.[1];
    const known = token === undefined ? undefined : tokens.get(token);
    if (token === undefined || !known || clock.now() >= known.expiresAt) {
      throw new HttpError(401, { message: 'Unauthorized.' });
    }
    return { tenant: known.tenant, token };
  };

  const tokensOf = (phone: string | null) =>
    [...tokens].filter(([, { tenant }]) => phone === null || tenant.phone === phone);

  return {
    issue(tenant: Tenant, lifetimeSeconds: number): string {
      const token = `${nextNumber()}|${random.text(40)}`;
      tokens.set(token, { tenant, expiresAt: clock.now() + lifetimeSeconds * 1000 });
      return token;
    },
    /** @throws {HttpError} 401 without a valid token */
    read,
    /** Expires the tokens of a phone number (E.164), or all of them. Returns their count. */
    expire(phone: string | null): number {
      const matches = tokensOf(phone);
      for (const [, token] of matches) token.expiresAt = Math.min(token.expiresAt, clock.now());
      return matches.length;
    },
    /** Deletes the tokens of a phone number (E.164), or all of them. Returns their count. */
    revoke(phone: string | null): number {
      const matches = tokensOf(phone);
      for (const [token] of matches) tokens.delete(token);
      return matches.length;
    },
    /** How many valid tokens the tenant has. */
    countFor(tenant: Tenant): number {
      return [...tokens.values()].filter((token) => token.tenant === tenant && clock.now() < token.expiresAt).length;
    },
  };
}

export type Tokens = ReturnType<typeof createTokens>;
