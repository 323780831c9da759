import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { chooseEncoding, compress, isCompressible, worthCompressing } from './compression.ts';

/**
 * Writes a Fetch response to a Node socket. A body that is there at once is sent whole, compressed where that helps; a
 * body that comes in parts is sent as it comes, uncompressed, so that its pace and its breaking off reach the client
 * unchanged. A body that errors, or that is not as long as its own Content-Length says, ends in a destroyed socket.
 */
export async function sendResponse(req: IncomingMessage, res: ServerResponse, response: Response): Promise<void> {
  res.statusCode = response.status;
  if (response.statusText) res.statusMessage = response.statusText;
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie') res.setHeader(name, value);
  }
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) res.setHeader('set-cookie', cookies);

  const bodyless = req.method === 'HEAD' || response.status === 204 || response.status === 304;
  if (response.body === null || bodyless) {
    await response.body?.cancel();
    res.end();
    return;
  }
  await sendBody(req, res, response.headers, response.body.getReader());
}

async function sendBody(
  req: IncomingMessage,
  res: ServerResponse,
  headers: Headers,
  reader: ReadableStreamDefaultReader<Uint8Array>,
): Promise<void> {
  res.once('close', () => void reader.cancel().catch(() => undefined));
  const declared = headers.has('content-length') ? Number(headers.get('content-length')) : undefined;
  let sent = 0;
  try {
    let part = await reader.read();
    const next = part.done ? undefined : reader.read();
    // Whether the body ends with its first part is known within a turn; what goes wrong then is for the loop below.
    const ended = part.done || (await Promise.race([next, nextTurn()]).catch(() => undefined))?.done;
    if (ended) {
      const whole = part.value ?? new Uint8Array();
      if (declared === undefined || declared === whole.length) return await sendWhole(req, res, headers, whole);
    }
    for (let pending = next; !part.done && !res.destroyed; pending = undefined) {
      sent += part.value.length;
      if (declared !== undefined && sent > declared) break;
      if (!res.write(part.value)) await Promise.race([once(res, 'drain'), once(res, 'close')]);
      part = await (pending ?? reader.read());
    }
    if (declared === undefined || sent === declared) return void res.end();
  } catch {
    // A body that breaks off, even before its first byte, follows an answer that had begun.
  }
  if (!res.destroyed && !res.headersSent) res.flushHeaders();
  dropConnection(res);
}

async function sendWhole(
  req: IncomingMessage,
  res: ServerResponse,
  headers: Headers,
  whole: Uint8Array,
): Promise<void> {
  let body = whole;
  if (isCompressible(headers.get('content-type') ?? undefined) && !headers.has('content-encoding')) {
    res.appendHeader('vary', 'Accept-Encoding');
    const encoding = chooseEncoding(req.headers['accept-encoding']);
    if (encoding && whole.length >= worthCompressing) {
      body = await compress(whole, encoding, 'passing');
      // The ETag stays as it is: nobody asks an API for byte ranges, and clients send it back word for word.
      res.setHeader('content-encoding', encoding);
    }
  }
  res.setHeader('content-length', body.length);
  res.end(body);
}

/**
 * Ends the connection without ending the answer. What was already written still leaves, so the client sees a truncated
 * answer, or none when nothing was written.
 */
export function dropConnection(res: ServerResponse): void {
  if (res.headersSent) res.socket?.destroySoon();
  else res.socket?.destroy();
}
