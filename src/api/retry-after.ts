const HTTP_DATE =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * How many seconds the server wants to be left alone: `Retry-After` as seconds or as an HTTP-date (RFC 9110, 10.2.3),
 * else when the limit begins anew (`RateLimit`, IETF draft 11; `X-Rate-Limit-Reset` of the Customer API;
 * `X-RateLimit-Reset` of Kordless), else the seconds its message states (KISS: on some routes only the message does).
 * A date is taken against the answer's own `Date`, so that a wrong clock on this device does not matter. Null when
 * nobody named a time; a malformed value is ignored; the past is now. `now` is epoch ms.
 */
export function retryAfterSeconds(headers: Headers, message: string | null, now: number): number | null {
  const answeredAt = httpDate(headers.get('date')) ?? now;
  return (
    headerSeconds(headers.get('retry-after'), answeredAt) ??
    rateLimitSeconds(headers.get('ratelimit')) ??
    resetSeconds(headers.get('x-rate-limit-reset') ?? headers.get('x-ratelimit-reset'), answeredAt) ??
    messageSeconds(message)
  );
}

function headerSeconds(header: string | null, answeredAt: number): number | null {
  const value = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(value)) return Number(value);
  const until = httpDate(value);
  return until === null ? null : secondsBetween(answeredAt, until);
}

/** `"default";r=0;t=30`, one item or several; what is used up and begins anew last counts. */
function rateLimitSeconds(header: string | null): number | null {
  const items = (header ?? '').split(',').map((item) => item.trim());
  if (!items.every((item) => /^"[^"]*"(?:; *[a-z]+=[^;]+)+$/.test(item))) return null;
  const usedUp = items.filter((item) => /; *r=0(?:;|$)/.test(item));
  const resets = usedUp.map((item) => /; *t=(\d{1,9})(?:;|$)/.exec(item)?.[1]).filter((reset) => reset !== undefined);
  return resets.length > 0 ? Math.max(...resets.map(Number)) : null;
}

/** A moment as RFC 3339 or as Unix seconds. */
function resetSeconds(header: string | null, answeredAt: number): number | null {
  const value = header?.trim() ?? '';
  const isDate = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/.test(value);
  const until = isDate ? Date.parse(value) : /^\d{10}$/.test(value) ? Number(value) * 1000 : Number.NaN;
  return Number.isNaN(until) ? null : secondsBetween(answeredAt, until);
}

function secondsBetween(from: number, until: number): number {
  return Math.max(0, Math.ceil((until - from) / 1000));
}

/** Epoch ms; null for anything else, the 99th of May included. */
function httpDate(value: string | null): number | null {
  const at = value !== null && HTTP_DATE.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}

function messageSeconds(message: string | null): number | null {
  const stated = /\b(\d{1,5}) seconds?\b/i.exec(message ?? '')?.[1];
  return stated === undefined ? null : Number(stated);
}
