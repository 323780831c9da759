import type { IncomingHttpHeaders } from 'node:http';
import { Agent, type Dispatcher } from 'undici';
import { errorResponse } from './request-guard.ts';

export type UpstreamRequest = {
  readonly method: string;
  /** Path and query below the base. */
  readonly target: string;
  /** The headers of the client at the address `client`; only an allow-list is forwarded. */
  readonly headers: IncomingHttpHeaders;
  readonly client: string;
  readonly body: Uint8Array | null;
  /** Aborted when the client disconnects. */
  readonly signal: AbortSignal;
};

export type Upstream = {
  /**
   * Sends a request once and reads the whole response. Never rejects: an invalid response becomes a 502 and a timeout a 504.
   * Logs nothing, because each line would contain a phone number, a token or a door.
   */
  send(request: UpstreamRequest): Promise<Response>;
  close(): Promise<unknown>;
};

/** Request headers that are forwarded to the API. */
const forwarded =
  /^(accept(-encoding|-language)?|authorization|content-type|idempotency-key|if-none-match|user-agent|x-kisi-integration-\w+|x-request-id)$/;
/** Response headers that are returned to the page. Cookies and policies are excluded, because they would apply to this origin. */
const returned =
  /^(age|cache-control|content-(encoding|language|type)|date|deprecation|etag|expires|last-modified|ratelimit(-[\w-]+)?|retry-after|sunset|vary|www-authenticate|x-collection-range|x-rate-?limit-[\w-]+|x-request-id)$/;

/** A client for the real server at a base URL. `timeoutMs` is the idle timeout before and within a response. */
export function createUpstream(base: URL, timeoutMs: number): Upstream {
  const limits = { maxResponseSize: 2 ** 24, headersTimeout: 0, bodyTimeout: 0, connect: { timeout: timeoutMs } };
  const keepAlive = new Agent(limits);
  // A reused connection may close during the request. A read can be retried; an opening would have an unknown outcome.
  const single = new Agent({ ...limits, pipelining: 0 });
  const prefix = base.pathname.replace(/\/+$/, '');

  async function send({ method, target, headers, client, body, signal }: UpstreamRequest): Promise<Response> {
    const end = new AbortController();
    const idleTimer = setTimeout(() => end.abort('timeout'), timeoutMs);
    try {
      const answer = await (/^(GET|HEAD)$/.test(method) ? keepAlive : single).request({
        origin: base.origin,
        path: prefix + target,
        method: method as Dispatcher.HttpMethod,
        headers: forwardedHeaders(headers, client),
        body,
        signal: AbortSignal.any([signal, end.signal]),
        // RFC 9110 and 8297: the only informational responses that are expected.
        onInfo: ({ statusCode }) => [100, 102, 103].includes(statusCode) || end.abort(),
      });
      // Without a listener, an error of an unread body would end the process.
      answer.body.on('error', () => undefined);
      if (!isAcceptable(answer)) return upstreamError(false);
      const init = { status: answer.statusCode, headers: returnedHeaders(answer.headers) };
      // Fetch standard, "null body status".
      if (method === 'HEAD' || [204, 205, 304].includes(answer.statusCode)) return new Response(null, init);
      const parts: Uint8Array[] = [];
      idleTimer.refresh();
      for await (const part of answer.body) {
        idleTimer.refresh();
        parts.push(part as Uint8Array);
      }
      return new Response(Buffer.concat(parts), init);
    } catch {
      return upstreamError(end.signal.reason === 'timeout');
    } finally {
      clearTimeout(idleTimer);
      end.abort();
    }
  }
  return { send, close: () => Promise.all([keepAlive.destroy(), single.destroy()]) };
}

const upstreamError = (isTimeout: boolean) =>
  isTimeout
    ? errorResponse(504, 'The service did not answer in time.')
    : errorResponse(502, 'The service cannot be reached.');

/** Redirects are rejected: the operator must set API_BASE to the final URL. */
function isAcceptable({ statusCode, statusText }: Dispatcher.ResponseData): boolean {
  const isRedirect = statusCode >= 300 && statusCode < 400 && statusCode !== 304;
  return statusCode >= 200 && statusCode < 600 && !isRedirect && /^[\t\x20-\x7e\x80-\xff]*$/.test(statusText);
}

/** The HTTP client sets Content-Length and Connection; headers that `Connection` names are hop-by-hop (RFC 9110, 7.6.1). */
function forwardedHeaders(incoming: IncomingHttpHeaders, client: string): Record<string, string> {
  const ofConnection = (incoming.connection ?? '').toLowerCase().split(/[\s,]+/);
  const headers = Object.entries(incoming).filter(([name]) => forwarded.test(name) && !ofConnection.includes(name));
  return { ...Object.fromEntries(headers.map(([name, value]) => [name, String(value)])), 'x-forwarded-for': client };
}

function returnedHeaders(upstream: Readonly<Record<string, string | string[] | undefined>>): Headers {
  const kept = Object.entries(upstream).filter(([name]) => returned.test(name));
  const headers = new Headers(kept.flatMap(([name, values = []]) => [values].flat().map((value) => [name, value])));
  // Browsers show a password dialog for any other challenge.
  if (!/^bearer\b/i.test(headers.get('www-authenticate') ?? '')) headers.delete('www-authenticate');
  // No API response may run as a script of this origin.
  if (/script/i.test(headers.get('content-type') ?? '')) headers.set('content-type', 'text/plain');
  return headers;
}
