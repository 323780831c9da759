import type { IncomingHttpHeaders } from 'node:http';

// RFC 9110, 7.6.1: these speak about one connection, not about the message.
const hopByHop = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

const notForwarded = new Set([
  ...hopByHop,
  'host',
  'expect',
  // The API signs tenants in by bearer; this origin's cookies are none of its business.
  'cookie',
  // The API is called by this server, not across origins by a page: an allow-list for browsers must not refuse it.
  'origin',
  'referer',
  // A client may write anything in these, so they prove nothing to whoever receives them.
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
]);

const notReturned = new Set([
  ...hopByHop,
  // Said about the API's own origin, they would be obeyed by the browser for this one.
  'set-cookie',
  'alt-svc',
  'clear-site-data',
  'content-security-policy',
  'strict-transport-security',
]);

/** The request headers to send on to `host`. */
export function forwardedHeaders(
  method: string,
  incoming: IncomingHttpHeaders,
  host: string,
): Record<string, string | string[]> {
  const named = connectionNames(incoming.connection);
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(incoming)) {
    if (value === undefined || notForwarded.has(name) || named.has(name) || name.startsWith('sec-fetch-')) continue;
    headers[name] = value;
  }
  headers.host = host;
  if (incoming['transfer-encoding'] !== undefined) headers['transfer-encoding'] = 'chunked';
  // Without this Node would announce a chunked body where there is none.
  else if (/^(POST|PUT|PATCH)$/.test(method)) headers['content-length'] ??= '0';
  return headers;
}

/** The response headers to give back, each name with all its values. */
export function returnedHeaders(rawHeaders: readonly string[]): Map<string, string[]> {
  const pairs: [string, string][] = [];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) pairs.push([rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '']);
  const named = new Set(
    pairs.filter(([name]) => name.toLowerCase() === 'connection').flatMap(([, value]) => [...connectionNames(value)]),
  );
  const headers = new Map<string, string[]>();
  for (const [name, value] of pairs) {
    const key = name.toLowerCase();
    if (!notReturned.has(key) && !named.has(key)) headers.set(key, [...(headers.get(key) ?? []), value]);
  }
  return headers;
}

function connectionNames(value: string | undefined): Set<string> {
  return new Set((value ?? '').split(',').map((name) => name.trim().toLowerCase()));
}
