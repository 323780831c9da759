import { isFromCache } from './from-cache.ts';
import { readHttpDate } from './http-date.ts';
import { type Limit, readOlderLimit, readRateLimit, SECONDS, secondsBetween } from './rate-limit-fields.ts';

/** `now` is epoch ms on this device's clock; `message` is the error message of the body. */
type AnswerTime = { readonly headers: Headers; readonly message: string | null; readonly now: number };

/**
 * How many seconds to wait after an error answer. The first of these that is valid decides:
 *
 * 1. `Retry-After`, in seconds or as an HTTP-date (RFC 9110, section 10.2.3)
 * 2. `RateLimit` (IETF draft 11), but not from a cache
 * 3. `X-RateLimit-*` (Kordless)
 * 4. `X-Rate-Limit-*` (Customer API)
 * 5. the seconds in the message (some KISS routes)
 *
 * A limit with requests left is ignored, because Kordless sends its limit with every answer. Dates are compared with the
 * answer's own `Date`, so a wrong clock on this device does not matter. A time in the past gives 0. Not capped.
 *
 * @returns null when the answer names no time
 */
export function retryAfterSeconds({ headers, message, now }: AnswerTime): number | null {
  const at = readHttpDate(headers.get('date')) ?? now;
  return (
    retryAfter(headers.get('retry-after'), at) ??
    lastReset(isFromCache(headers) ? [] : readRateLimit(headers.get('ratelimit')).filter(isUsedUp)) ??
    resetUnlessLeft(readOlderLimit(headers, 'x-ratelimit', at)) ??
    resetUnlessLeft(readOlderLimit(headers, 'x-rate-limit', at)) ??
    messageSeconds(message)
  );
}

/**
 * How many seconds to wait after a successful answer that used up its rate limit; null when requests remain, and for an
 * answer from a cache, whose limits are out of date.
 */
export function usedUpForSeconds({ headers, now }: Omit<AnswerTime, 'message'>): number | null {
  if (isFromCache(headers)) return null;
  const at = readHttpDate(headers.get('date')) ?? now;
  const older = [readOlderLimit(headers, 'x-ratelimit', at), readOlderLimit(headers, 'x-rate-limit', at)];
  return (
    lastReset(readRateLimit(headers.get('ratelimit')).filter(isUsedUp)) ??
    lastReset(older.filter((limit) => limit !== null).filter(isUsedUp))
  );
}

function retryAfter(header: string | null, at: number): number | null {
  const value = header?.trim() ?? '';
  if (SECONDS.test(value)) return Number(value);
  const until = readHttpDate(value);
  return until === null ? null : secondsBetween(at, until);
}

function resetUnlessLeft(limit: Limit | null): number | null {
  return limit === null || limit.remaining > 0 ? null : limit.resetSeconds;
}

function isUsedUp(limit: Limit): boolean {
  return limit.remaining === 0;
}

/** All of the limits must reset before another request is accepted. */
function lastReset(limits: readonly Limit[]): number | null {
  const resets = limits.map((limit) => limit.resetSeconds).filter((reset) => reset !== null);
  return resets.length > 0 ? Math.max(...resets) : null;
}

/** The only place that reads a message: some KISS routes name the seconds nowhere else. */
function messageSeconds(message: string | null): number | null {
  const stated = /(?:^|[\s(])(\d{1,5}) seconds?\b/i.exec(message ?? '')?.[1];
  return stated === undefined ? null : Number(stated);
}
