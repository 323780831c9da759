import type { FacilityClock } from './clock.ts';
import { HttpError } from './http.ts';

/** KISS guide, sign-in limits: 5 requests in a fixed window of 60 s that starts with the first. */
export const LIMIT = { requests: 5, windowMs: 60_000 } as const;

type Window = { readonly startedAt: number; used: number };

/** A rate limit with a separate window for each phone number. */
export function createLimit(clock: FacilityClock) {
  const windows = new Map<string, Window>();
  return {
    /**
     * Counts one request for `phone` (E.164).
     *
     * @throws {HttpError} 429 with `Retry-After` in whole seconds when the limit is exceeded
     */
    count(phone: string): void {
      const now = clock.now();
      const own = windows.get(phone);
      // A clock that was set back to before the start of the window would otherwise block for longer than 60 s.
      if (!own || now >= own.startedAt + LIMIT.windowMs || now < own.startedAt) {
        windows.set(phone, { startedAt: now, used: 1 });
        return;
      }
      if (own.used >= LIMIT.requests) throw tooMany(Math.ceil((own.startedAt + LIMIT.windowMs - now) / 1000));
      own.used += 1;
    },
  };
}

function tooMany(seconds: number): HttpError {
  const message = `Too many attempts. Please try again in ${seconds} seconds.`;
  return new HttpError(429, { message }, { 'retry-after': String(seconds) });
}
