import {
  type ClientRequest,
  Agent as HttpAgent,
  type IncomingMessage,
  type RequestOptions,
  request as requestHttp,
  type ServerResponse,
} from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { pipeline } from 'node:stream';
import { answerMessage } from './answers.ts';
import { forwardedHeaders, returnedHeaders } from './proxy-headers.ts';

export type ForwardingProxy = {
  /** Passes one request on to the base's path followed by `rest` (which starts with a slash or is empty). */
  forward(req: IncomingMessage, res: ServerResponse, rest: string): void;
  close(): void;
};

/**
 * Passes requests on to a real server, streaming both ways: once each, never retried, redirects handed back unfollowed.
 * It logs nothing, as every line would hold a phone number, a token or a door.
 *
 * @param timeoutMs until the answer's headers, and between two parts of its body: 504 before the headers, a truncated
 *   answer after them
 */
export function createProxy(base: URL, timeoutMs: number): ForwardingProxy {
  const secure = base.protocol === 'https:';
  const agent = secure ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true });
  const prefix = base.pathname.replace(/\/+$/, '');

  const open = (req: IncomingMessage, rest: string): ClientRequest => {
    const method = req.method ?? 'GET';
    const options: RequestOptions = {
      hostname: base.hostname.replace(/^\[(.*)\]$/, '$1'),
      port: base.port || (secure ? 443 : 80),
      method,
      path: prefix + rest || '/',
      headers: forwardedHeaders(method, req.headers, base.host),
      // A kept connection may die under the request. A read can be asked for again; an opening would be left unknown.
      agent: method === 'GET' || method === 'HEAD' ? agent : false,
    };
    return secure ? requestHttps(options) : requestHttp(options);
  };

  return {
    forward(req, res, rest) {
      relay(req, res, open(req, rest), timeoutMs);
    },
    close: () => agent.destroy(),
  };
}

function relay(req: IncomingMessage, res: ServerResponse, upstream: ClientRequest, timeoutMs: number): void {
  let late = false;
  const giveUp = () => {
    late = true;
    upstream.destroy();
  };
  const untilHeaders = setTimeout(giveUp, timeoutMs);
  upstream.setTimeout(timeoutMs, giveUp);

  const refuse = () => {
    clearTimeout(untilHeaders);
    req.unpipe(upstream);
    req.resume();
    if (res.destroyed || res.writableEnded) return;
    if (res.headersSent) res.destroy();
    else if (late) answerMessage(res, 504, 'The service did not answer in time.');
    else answerMessage(res, 502, 'The service cannot be reached.');
  };

  upstream.on('error', refuse);
  upstream.on('response', (answer) => {
    clearTimeout(untilHeaders);
    res.statusCode = answer.statusCode ?? 502;
    if (answer.statusMessage) res.statusMessage = answer.statusMessage;
    for (const [name, values] of returnedHeaders(answer.rawHeaders)) {
      res.setHeader(name, values.length === 1 ? (values[0] ?? '') : values);
    }
    res.flushHeaders();
    // A body that breaks off upstream breaks off here: pipeline destroys the client's socket then.
    pipeline(answer, res, () => undefined);
  });
  res.once('close', () => {
    clearTimeout(untilHeaders);
    if (!res.writableFinished) upstream.destroy();
  });
  req.on('error', () => upstream.destroy());
  req.pipe(upstream);
}
