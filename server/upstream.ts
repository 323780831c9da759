import type { IncomingHttpHeaders } from 'node:http';
import { Agent, type Dispatcher } from 'undici';
import { refusal } from './request-guard.ts';

export type UpstreamRequest = {
  readonly method: string;
  /** Path and query below the base. */
  readonly target: string;
  /** As they came from the client at the address `client`; what may go on is chosen here. */
  readonly headers: IncomingHttpHeaders;
  readonly client: string;
  readonly body: Uint8Array | null;
  /** Aborted when the client goes away. */
  readonly signal: AbortSignal;
};

export type Upstream = {
  /**
   * Sends a request once and reads the answer whole. Never rejects: what cannot be passed on becomes a 502, and silence
   * a 504. Logs nothing, as every line would hold a phone number, a token or a door.
   */
  send(request: UpstreamRequest): Promise<Response>;
  close(): Promise<unknown>;
};

/** What a tenant's request may say to the API. */
const forwarded =
  /^(accept(-encoding|-language)?|authorization|content-type|idempotency-key|if-none-match|user-agent|x-kisi-integration-\w+|x-request-id)$/;
/** What the API's answer may say to the page. Cookies and policies would be obeyed for this origin. */
const returned =
  /^(age|cache-control|content-(encoding|language|type)|date|deprecation|etag|expires|last-modified|ratelimit(-[\w-]+)?|retry-after|sunset|vary|www-authenticate|x-collection-range|x-rate-?limit-[\w-]+|x-request-id)$/;

/** The real server behind a base address. `timeoutMs` is how long it may be silent, before or within an answer. */
export function createUpstream(base: URL, timeoutMs: number): Upstream {
  const limits = { maxResponseSize: 2 ** 24, headersTimeout: 0, bodyTimeout: 0, connect: { timeout: timeoutMs } };
  const keepAlive = new Agent(limits);
  // A kept connection may die under the request. A read can be asked for again; an opening would be left unknown.
  const single = new Agent({ ...limits, pipelining: 0 });
  const prefix = base.pathname.replace(/\/+$/, '');

  async function send({ method, target, headers, client, body, signal }: UpstreamRequest): Promise<Response> {
    const end = new AbortController();
    const silence = setTimeout(() => end.abort('silent'), timeoutMs);
    try {
      const answer = await (/^(GET|HEAD)$/.test(method) ? keepAlive : single).request({
        origin: base.origin,
        path: prefix + target,
        method: method as Dispatcher.HttpMethod,
        headers: forwardedHeaders(headers, client),
        body,
        signal: AbortSignal.any([signal, end.signal]),
        // RFC 9110 and 8297: nothing else may come before the final answer.
        onInfo: ({ statusCode }) => [100, 102, 103].includes(statusCode) || end.abort(),
      });
      // An answer that is not read to its end must not end the process.
      answer.body.on('error', () => undefined);
      if (!isAcceptable(answer)) return unanswered(false);
      const init = { status: answer.statusCode, headers: returnedHeaders(answer.headers) };
      // Fetch standard, "null body status".
      if (method === 'HEAD' || [204, 205, 304].includes(answer.statusCode)) return new Response(null, init);
      const parts: Uint8Array[] = [];
      silence.refresh();
      for await (const part of answer.body) {
        silence.refresh();
        parts.push(part as Uint8Array);
      }
      return new Response(Buffer.concat(parts), init);
    } catch {
      return unanswered(end.signal.reason === 'silent');
    } finally {
      clearTimeout(silence);
      end.abort();
    }
  }
  return { send, close: () => Promise.all([keepAlive.destroy(), single.destroy()]) };
}

const unanswered = (isSilent: boolean) =>
  isSilent ? refusal(504, 'The service did not answer in time.') : refusal(502, 'The service cannot be reached.');

/** Redirects are for the operator to resolve in API_BASE, never for a page to follow. */
function isAcceptable({ statusCode, statusText }: Dispatcher.ResponseData): boolean {
  const isRedirect = statusCode >= 300 && statusCode < 400 && statusCode !== 304;
  return statusCode >= 200 && statusCode < 600 && !isRedirect && /^[\t\x20-\x7e\x80-\xff]*$/.test(statusText);
}

/** Length and connection are the HTTP client's to write; what `Connection` names is about the caller's (RFC 9110, 7.6.1). */
function forwardedHeaders(incoming: IncomingHttpHeaders, client: string): Record<string, string> {
  const ofConnection = (incoming.connection ?? '').toLowerCase().split(/[\s,]+/);
  const headers = Object.entries(incoming).filter(([name]) => forwarded.test(name) && !ofConnection.includes(name));
  return { ...Object.fromEntries(headers.map(([name, value]) => [name, String(value)])), 'x-forwarded-for': client };
}

function returnedHeaders(upstream: Readonly<Record<string, string | string[] | undefined>>): Headers {
  const kept = Object.entries(upstream).filter(([name]) => returned.test(name));
  const headers = new Headers(kept.flatMap(([name, values = []]) => [values].flat().map((value) => [name, value])));
  // A browser answers any other challenge with a dialog that asks for a password.
  if (!/^bearer\b/i.test(headers.get('www-authenticate') ?? '')) headers.delete('www-authenticate');
  // Whatever the API calls its answers, none of them is a script of this origin.
  if (/script/i.test(headers.get('content-type') ?? '')) headers.set('content-type', 'text/plain');
  return headers;
}
