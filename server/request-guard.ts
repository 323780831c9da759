import type { IncomingMessage } from 'node:http';
import { isLoopback } from './client.ts';

/** An error response in the contract's shape, so that the app parses it like any other. */
export function errorResponse(status: number, message: string): Response {
  return Response.json({ message }, { status, headers: { 'cache-control': 'no-store' } });
}

export const notFound = (): Response => errorResponse(404, 'There is nothing at this address.');

/**
 * Rejects a path with double slashes, dot segments, backslashes or null bytes, plain or escaped, because caches and upstream
 * servers may normalise it differently. `target` is the raw request target.
 */
export function rejectAmbiguousPath(target = ''): Response | undefined {
  const path = target.replace(/^https?:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '');
  try {
    const decoded = decodeURIComponent(path);
    const isPlain = decoded.startsWith('/') && !/[\\\0]|\/\/|\/\.\.?(\/|$)/.test(decoded);
    return isPlain ? undefined : notFound();
  } catch {
    return errorResponse(400, 'This is not an address.');
  }
}

/** Rejects requests that a page of another site may have sent. `host` is the public host name of this server. */
export function rejectCrossSite({ method = '', headers }: IncomingMessage, host: string): Response | undefined {
  if (/^(GET|HEAD)$/.test(method)) return undefined;
  if (isForeign(headers.origin, host) || headers['sec-fetch-site'] === 'cross-site') {
    return errorResponse(403, 'Requests from pages of other origins are not accepted.');
  }
  // A form of another site cannot send JSON. Programs send no Origin header, so they are accepted.
  const hasJson = /^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '');
  return /^(POST|PUT|PATCH)$/.test(method) && !hasJson
    ? errorResponse(415, 'The request body must be JSON.')
    : undefined;
}

/**
 * Classifies a caller of the facility's control API, which reads codes and opens doors. `local` is a program on this machine
 * that uses no proxy, and no foreign host name that resolves to this machine (DNS rebinding).
 */
export function controlCaller({
  headers,
  socket,
}: Pick<IncomingMessage, 'headers' | 'socket'>): 'other-page' | 'local' | 'remote' {
  const isOtherPage = !/^(same-origin|none)$/.test(headers['sec-fetch-site']?.toString() ?? 'none');
  if (isOtherPage || isForeign(headers.origin, headers.host)) return 'other-page';
  // Behind a proxy on this machine every client has a loopback address.
  const isForwarded = Object.keys(headers).some((name) => /^(forwarded|via|x-real-ip|x-forwarded-.*)$/.test(name));
  return !isForwarded && isLoopback(socket.remoteAddress) && isLoopback(headers.host) ? 'local' : 'remote';
}

function isForeign(origin: string | undefined, host: string | undefined): boolean {
  return origin !== undefined && !(URL.canParse(origin) && new URL(origin).host === host?.toLowerCase());
}
