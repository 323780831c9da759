import { isFromCache } from './from-cache.ts';
import { readHttpDate } from './http-date.ts';
import { type Limit, readOlderLimit, readRateLimit, SECONDS, secondsBetween } from './rate-limit-fields.ts';

/** What of an answer says when to send again. `now` is epoch ms on this device's clock. */
type AnswerTime = { readonly headers: Headers; readonly message: string | null; readonly now: number };

/**
 * How many seconds a refusal asks to be left alone: `Retry-After` as seconds or as an HTTP-date (RFC 9110, 10.2.3),
 * else the RateLimit fields (IETF draft 11), else `X-RateLimit-*` (Kordless) and `X-Rate-Limit-*` (Customer API), else
 * the seconds that its message states (KISS: on some routes only the message does). A date is taken against the
 * answer's own `Date`, so that a wrong clock on this device does not matter. A limit of which some is left is not the
 * one that refuses (Kordless names its reset on every answer). Null when nobody named a time; a malformed value is
 * ignored, and so is the RateLimit field of an answer out of a cache; the past is now. Not capped.
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
 * How many seconds a good answer asks to be left alone, because it was the last that its limit allows; null when it was
 * not. An answer out of a cache tells of a limit of the past and counts for nothing.
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

/** Of several limits that are used up, the one that begins anew last holds the longest. */
function lastReset(limits: readonly Limit[]): number | null {
  const resets = limits.map((limit) => limit.resetSeconds).filter((reset) => reset !== null);
  return resets.length > 0 ? Math.max(...resets) : null;
}

/** The one place where a message is read: KISS names the seconds nowhere else on some routes. */
function messageSeconds(message: string | null): number | null {
  const stated = /(?:^|[\s(])(\d{1,5}) seconds?\b/i.exec(message ?? '')?.[1];
  return stated === undefined ? null : Number(stated);
}
