/** What one limit says of itself: how many requests are left, and the seconds until it begins anew. */
export type Limit = { readonly remaining: number; readonly resetSeconds: number | null };

/** One member of the list, from where the last one ended: `"default";r=50;t=30`. */
const MEMBER =
  /[ \t]*"[^"\\]{0,200}"((?:[ \t]*;[ \t]*[a-z*][\w.*-]{0,40}(?:=(?:"[^"\\]{0,200}"|[^\s;,"]{1,200}))?)*)[ \t]*(?:,|$)/y;
const COUNT = /^\d{1,9}$/;

/**
 * The `RateLimit` field (IETF draft 11), a list of structured items. Empty when it is missing, and when any part of it
 * is malformed: then the whole field counts for nothing.
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
  const values = new Map(parameters.split(';').map((one) => one.trim().split('=', 2) as [string, string | undefined]));
  const remaining = values.get('r') ?? '';
  const reset = values.get('t');
  if (!COUNT.test(remaining) || (reset !== undefined && !COUNT.test(reset))) return null;
  return { remaining: Number(remaining), resetSeconds: reset === undefined ? null : Number(reset) };
}

/**
 * The older pair of fields: `X-RateLimit-*` with Unix seconds (Kordless) or `X-Rate-Limit-*` with RFC 3339 (Customer
 * API). `at` is epoch ms, the moment of the answer. Null when no reset is named.
 */
export function readOlderLimit(headers: Headers, name: 'x-ratelimit' | 'x-rate-limit', at: number): Limit | null {
  const until = readMoment(headers.get(`${name}-reset`));
  if (until === null) return null;
  const remaining = headers.get(`${name}-remaining`)?.trim() ?? '';
  // A limit that does not say what is left has not said that anything is.
  return { remaining: COUNT.test(remaining) ? Number(remaining) : Number.NaN, resetSeconds: secondsBetween(at, until) };
}

function readMoment(value: string | null): number | null {
  const moment = value?.trim() ?? '';
  if (/^\d{10}$/.test(moment)) return Number(moment) * 1000;
  const isDate = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/.test(moment);
  const at = isDate ? Date.parse(moment) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}

/** Whole seconds, rounded up: nobody is let in early. The past is now. */
export function secondsBetween(from: number, until: number): number {
  return Math.max(0, Math.ceil((until - from) / 1000));
}
