import type { IncomingMessage } from 'node:http';
import { isLoopback } from './client.ts';

/** An answer in the contract's error shape, so that the app reads it like any other refusal. */
export function refusal(status: number, message: string): Response {
  return Response.json({ message }, { status, headers: { 'cache-control': 'no-store' } });
}

export const notFound = (): Response => refusal(404, 'There is nothing at this address.');

/**
 * Refuses an address with double slashes, dot segments, backslashes or null bytes, plain or escaped. A file has one
 * spelling, so caches and upstream servers cannot disagree about it. `target` is the request line's, as it came.
 */
export function refuseSpelling(target = ''): Response | undefined {
  const path = target.replace(/^https?:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '');
  try {
    const decoded = decodeURIComponent(path);
    const isPlain = decoded.startsWith('/') && !/[\\\0]|\/\/|\/\.\.?(\/|$)/.test(decoded);
    return isPlain ? undefined : notFound();
  } catch {
    return refusal(400, 'This is not an address.');
  }
}

/** Refuses what the page of another site may have sent. `host` is the name that this server is known by. */
export function refuseOtherSites({ method = '', headers }: IncomingMessage, host: string): Response | undefined {
  if (/^(GET|HEAD)$/.test(method)) return undefined;
  if (isForeign(headers.origin, host) || headers['sec-fetch-site'] === 'cross-site') {
    return refusal(403, 'Requests from pages of other origins are not accepted.');
  }
  // A form of another site can send no JSON. Programs send no Origin and go through.
  const hasJson = /^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '');
  return /^(POST|PUT|PATCH)$/.test(method) && !hasJson ? refusal(415, 'The request body must be JSON.') : undefined;
}

/**
 * Who asks for the facility's control API, which reads codes and moves doors. Local are programs on this machine alone:
 * not the network, a proxy, or a host name that was pointed at this machine (DNS rebinding).
 */
export function controlCaller({
  headers,
  socket,
}: Pick<IncomingMessage, 'headers' | 'socket'>): 'other-page' | 'local' | 'remote' {
  const isOtherPage = !/^(same-origin|none)$/.test(headers['sec-fetch-site']?.toString() ?? 'none');
  if (isOtherPage || isForeign(headers.origin, headers.host)) return 'other-page';
  // A proxy on this machine makes the whole network look like a loopback peer.
  const isForwarded = Object.keys(headers).some((name) => /^(forwarded|via|x-real-ip|x-forwarded-.*)$/.test(name));
  return !isForwarded && isLoopback(socket.remoteAddress) && isLoopback(headers.host) ? 'local' : 'remote';
}

function isForeign(origin: string | undefined, host: string | undefined): boolean {
  return origin !== undefined && !(URL.canParse(origin) && new URL(origin).host === host?.toLowerCase());
}
