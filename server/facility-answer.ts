import { setImmediate as nextTurn } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { ConnectionDropped } from '../src/facility/index.ts';

/**
 * The facility's answer on a real connection. Where the facility drops the connection, or the body of its answer breaks
 * off or is not as long as its Content-Length says, the client sees just that: a dead socket or a truncated answer.
 */
export async function answerFromFacility(
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
        // The headers and what was already written still leave; the stream stays open until it is cancelled.
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
