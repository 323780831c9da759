import type { FacilityClock } from './clock.ts';
import { Refusal } from './http.ts';

/** KISS guide, sign-in limits: 5 requests in 60 s, in a fixed window that begins with the first. */
export const LIMIT = { requests: 5, windowMs: 60_000 } as const;

type Window = { readonly startedAt: number; used: number };

/** One kind of limit; each number has windows of its own. */
export function createLimit(clock: FacilityClock) {
  const windows = new Map<string, Window>();
  return {
    /**
     * Counts one request of `phone` (E.164).
     *
     * @throws {Refusal} 429 with `Retry-After`, in whole seconds, when the window is used up
     */
    count(phone: string): void {
      const now = clock.now();
      const own = windows.get(phone);
      // A clock that was set back behind the window's beginning would otherwise hold it shut for longer than a window.
      if (!own || now >= own.startedAt + LIMIT.windowMs || now < own.startedAt) {
        windows.set(phone, { startedAt: now, used: 1 });
        return;
      }
      if (own.used >= LIMIT.requests) throw tooMany(Math.ceil((own.startedAt + LIMIT.windowMs - now) / 1000));
      own.used += 1;
    },
  };
}

function tooMany(seconds: number): Refusal {
  const message = `Too many attempts. Please try again in ${seconds} seconds.`;
  return new Refusal(429, { message }, { 'retry-after': String(seconds) });
}
