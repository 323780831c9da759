import type { FacilityClock } from './clock.ts';
import { HttpError } from './http.ts';

/** KISS guide: a key is valid for 24 hours. */
export const KEY_LIFETIME_MS = 24 * 60 * 60_000;
/** KISS guide: any string up to 255 characters. */
export const MAX_KEY_LENGTH = 255;

type StoredAnswer<T> = { readonly request: string; readonly answer: T; readonly until: number };

/** Stores answers by tenant and idempotency key. `T` may be a promise; a repeated request then awaits the same one. */
export function createKeyStore<T>(clock: FacilityClock) {
  const stored = new Map<string, StoredAnswer<T>>();
  const slot = (tenantId: string, key: string) => JSON.stringify([tenantId, key]);
  return {
    /**
     * The stored answer; undefined when the key is new or has expired.
     *
     * @throws {HttpError} 409 when the key was used with another request
     */
    find(tenantId: string, key: string, request: string): T | undefined {
      const known = stored.get(slot(tenantId, key));
      if (!known || clock.now() >= known.until) return undefined;
      if (known.request === request) return known.answer;
      throw new HttpError(409, { message: 'Idempotency-Key reused with a different request.' });
    },
    /** Stores an answer for 24 hours, or until `atLeastUntil` (epoch ms) when that is later. */
    store(tenantId: string, key: string, request: string, answer: T, atLeastUntil = 0): void {
      const until = Math.max(clock.now() + KEY_LIFETIME_MS, atLeastUntil);
      stored.set(slot(tenantId, key), { request, answer, until });
    },
  };
}
