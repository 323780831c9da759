import type { FacilityClock } from './clock.ts';
import { Refusal } from './http.ts';

/** KISS guide: a key is kept for 24 hours. */
const KEY_KEPT_MS = 24 * 60 * 60_000;
/** KISS guide: any string up to 255 characters. */
export const LONGEST_KEY = 255;

type Kept<T> = { readonly request: string; readonly answer: T; readonly until: number };

/** Answers by tenant and key. `T` may be a promise, and then whoever asks again waits for the same one. */
export function createKeyStore<T>(clock: FacilityClock) {
  const kept = new Map<string, Kept<T>>();
  const slot = (tenantId: string, key: string) => JSON.stringify([tenantId, key]);
  return {
    /**
     * The answer that this key already got; undefined when the key is new.
     *
     * @throws {Refusal} 409 when the key came with another request
     */
    recall(tenantId: string, key: string, request: string): T | undefined {
      const known = kept.get(slot(tenantId, key));
      if (!known || clock.now() >= known.until) return undefined;
      if (known.request === request) return known.answer;
      throw new Refusal(409, { message: 'Idempotency-Key reused with a different request.' });
    },
    /** Keeps an answer for 24 hours, and until `atLeastUntil` (epoch ms) where that is later. */
    keep(tenantId: string, key: string, request: string, answer: T, atLeastUntil = 0): void {
      const until = Math.max(clock.now() + KEY_KEPT_MS, atLeastUntil);
      kept.set(slot(tenantId, key), { request, answer, until });
    },
  };
}
