/** What one limit says of itself: how many requests are left, and the seconds until it begins anew. */
export type Limit = { readonly remaining: number; readonly resetSeconds: number | null };

/** Text between quotes, in which a quote or a backslash stands behind a backslash (RFC 9651, section 3.3.3). */
const QUOTED = '"(?:[^"\\\\]|\\\\["\\\\]){0,200}"';
const PARAMETER = `[ \\t]*;[ \\t]*([a-z*][\\w.*-]{0,40})(?:=(${QUOTED}|[^\\s;,"]{1,200}))?`;
const PARAMETERS = new RegExp(PARAMETER, 'g');
/** One member of the list, from where the last one ended: `"default";r=50;t=30`. After a comma, another has to come. */
const MEMBER = new RegExp(`[ \\t]*${QUOTED}((?:${PARAMETER})*)[ \\t]*(?:,[ \\t]*(?=")|$)`, 'y');
/** What a Structured Field may hold as an Integer, without a sign. */
const COUNT = /^\d{1,15}$/;
/** As far as a date reaches; more is no time that anybody can have meant. */
export const SECONDS = /^\d{1,12}$/;

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
  // A parameter without a value is a boolean, and so no count.
  const values = new Map([...parameters.matchAll(PARAMETERS)].map(([, key, value = '']) => [key, value]));
  const remaining = values.get('r') ?? '';
  const reset = values.get('t');
  if (!COUNT.test(remaining) || (reset !== undefined && !SECONDS.test(reset))) return null;
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
