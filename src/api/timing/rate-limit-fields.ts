/** One rate limit: the requests that remain, and the seconds until it resets. */
export type Limit = { readonly remaining: number; readonly resetSeconds: number | null };

/** A String, in which a backslash escapes a quote or a backslash (RFC 9651, section 3.3.3). */
const QUOTED = '"(?:[^"\\\\]|\\\\["\\\\]){0,200}"';
const PARAMETER = `[ \\t]*;[ \\t]*([a-z*][\\w.*-]{0,40})(?:=(${QUOTED}|[^\\s;,"]{1,200}))?`;
const PARAMETERS = new RegExp(PARAMETER, 'g');
/** One list member from `lastIndex` on: `"default";r=50;t=30`. A trailing comma does not match. */
const MEMBER = new RegExp(`[ \\t]*${QUOTED}((?:${PARAMETER})*)[ \\t]*(?:,[ \\t]*(?=")|$)`, 'y');
/** An unsigned Integer of a Structured Field (RFC 9651, section 3.3.1). */
const COUNT = /^\d{1,15}$/;
/** Longer numbers exceed the range of `Date`. */
export const SECONDS = /^\d{1,12}$/;

/**
 * Reads the `RateLimit` field (IETF draft-ietf-httpapi-ratelimit-headers-11). Empty when the field is missing or any part
 * of it is malformed.
 */
export function readRateLimit(field: string | null): readonly Limit[] {
  const limits: Limit[] = [];
  const text = field ?? '';
  MEMBER.lastIndex = 0;
  while (MEMBER.lastIndex < text.length) {
    const parameters = MEMBER.exec(text)?.[1];
    if (parameters === undefined) return [];
    const limit = readParameters(parameters);
    if (!limit) return [];
    limits.push(limit);
  }
  return limits;
}

function readParameters(parameters: string): Limit | null {
  // A parameter without a value is a Boolean, not a count.
  const values = new Map([...parameters.matchAll(PARAMETERS)].map(([, key, value = '']) => [key, value]));
  const remaining = values.get('r') ?? '';
  const reset = values.get('t');
  if (!COUNT.test(remaining) || (reset !== undefined && !SECONDS.test(reset))) return null;
  return { remaining: Number(remaining), resetSeconds: reset === undefined ? null : Number(reset) };
}

/**
 * Reads the older fields: `X-RateLimit-*` with Unix seconds (Kordless) or `X-Rate-Limit-*` with RFC 3339 (Customer API).
 * Null without a valid reset.
 *
 * @param at the time of the answer in epoch ms
 */
export function readOlderLimit(headers: Headers, name: 'x-ratelimit' | 'x-rate-limit', at: number): Limit | null {
  const until = readMoment(headers.get(`${name}-reset`));
  if (until === null) return null;
  const remaining = headers.get(`${name}-remaining`)?.trim() ?? '';
  // NaN when unknown: neither "some left" nor "none left".
  return { remaining: COUNT.test(remaining) ? Number(remaining) : Number.NaN, resetSeconds: secondsBetween(at, until) };
}

function readMoment(value: string | null): number | null {
  const moment = value?.trim() ?? '';
  if (/^\d{10}$/.test(moment)) return Number(moment) * 1000;
  const isDate = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/.test(moment);
  const at = isDate ? Date.parse(moment) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}

/** Whole seconds, rounded up so that no request is sent too early; 0 for the past. */
export function secondsBetween(from: number, until: number): number {
  return Math.max(0, Math.ceil((until - from) / 1000));
}
