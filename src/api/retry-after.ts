const HTTP_DATE =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * How many seconds the server wants to be left alone: `Retry-After` as seconds or as an HTTP-date (RFC 9110, 10.2.3),
 * else the seconds its message states (KISS: on some routes only the message does). A date is taken against the
 * answer's own `Date`, so that a wrong clock on this device does not matter. Null when nobody named a time; a malformed
 * value is ignored; the past is now. `now` is epoch ms.
 */
export function retryAfterSeconds(headers: Headers, message: string | null, now: number): number | null {
  return headerSeconds(headers, now) ?? messageSeconds(message);
}

function headerSeconds(headers: Headers, now: number): number | null {
  const value = headers.get('retry-after')?.trim();
  if (value === undefined) return null;
  if (/^\d{1,9}$/.test(value)) return Number(value);
  if (!HTTP_DATE.test(value)) return null;
  const date = headers.get('date');
  const reference = date !== null && HTTP_DATE.test(date) ? Date.parse(date) : now;
  return Math.max(0, Math.ceil((Date.parse(value) - reference) / 1000));
}

function messageSeconds(message: string | null): number | null {
  const stated = /\b(\d{1,5}) seconds?\b/i.exec(message ?? '')?.[1];
  return stated === undefined ? null : Number(stated);
}
