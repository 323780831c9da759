import type { IncomingMessage } from 'node:http';
import type { Target } from './target.ts';

/** No request of the contract comes near this; it keeps one client from filling the memory. */
const bodyLimit = 256 * 1024;

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** A request body over the limit of 256 KiB. */
export class BodyTooLarge extends Error {}

/**
 * The same request in the words of the Fetch standard, its body read whole.
 *
 * @returns undefined for a method that the Fetch standard or this server does not know
 * @throws {BodyTooLarge}, or the socket's error when the client leaves while sending
 */
export async function toRequest(
  req: IncomingMessage,
  target: Target,
  signal: AbortSignal,
): Promise<Request | undefined> {
  const method = req.method ?? 'GET';
  if (!methods.has(method)) return undefined;
  const headers = new Headers();
  for (const [name, values] of Object.entries(req.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  const body = method === 'GET' || method === 'HEAD' ? undefined : await readBody(req);
  return new Request(`http://${originOf(req)}${target.path}${target.search}`, {
    method,
    headers,
    signal,
    ...(body && body.length > 0 ? { body } : {}),
  });
}

function originOf(req: IncomingMessage): string {
  const host = req.headers.host ?? '';
  // A strange Host must not be able to break or to redirect the address; no answer depends on it.
  return /^[\w.:[\]-]+$/.test(host) && URL.canParse(`http://${host}`) ? host : 'localhost';
}

async function readBody(req: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > bodyLimit) throw new BodyTooLarge();
    chunks.push(chunk);
  }
  const body = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    body.set(chunk, offset);
    offset += chunk.length;
  }
  return body;
}
