import { setImmediate as nextTurn } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { ConnectionDropped } from '../src/facility/index.ts';

/**
 * Sends the facility's response on a real connection. A dropped connection closes the socket; a body that errors or does not
 * match its Content-Length is truncated.
 */
export async function respondFromFacility(
  handle: (request: Request) => Promise<Response>,
  request: Request,
  { incoming, outgoing }: HttpBindings,
): Promise<Response> {
  try {
    const answer = await handle(request);
    if (!answer.body) return answer;
    const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
    const length = answer.headers.get('content-length');
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const part = await reader.read().catch(() => undefined);
        sent += part?.value?.length ?? 0;
        const isBroken = length !== null && (part?.done ? sent !== Number(length) : sent > Number(length));
        if (part?.done && !isBroken) return controller.close();
        if (part?.value && !isBroken) return controller.enqueue(part.value);
        // Headers and written data are still sent; the stream stays open until it is cancelled.
        while (!outgoing.headersSent && !outgoing.destroyed) await nextTurn();
        incoming.socket.destroySoon();
        return new Promise<void>(() => undefined);
      },
      cancel: (reason) => reader.cancel(reason),
    });
    return new Response(body, answer);
  } catch (error) {
    if (!(error instanceof ConnectionDropped)) throw error;
    incoming.socket.destroy();
    return RESPONSE_ALREADY_SENT;
  }
}
