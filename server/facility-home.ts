import type { IncomingMessage, ServerResponse } from 'node:http';
import { ConnectionDropped } from '../src/facility/index.ts';
import { answerMessage, answerText } from './answers.ts';
import { BodyTooLarge, toRequest } from './node-request.ts';
import { dropConnection, sendResponse } from './node-response.ts';
import type { Target } from './target.ts';

/**
 * Lets a fetch-style handler answer Node requests. A handler that rejects with {@link ConnectionDropped}, or whose body
 * breaks off, is seen by the client as just that: a dead socket or a truncated answer.
 */
export async function answerByFetch(
  handle: (request: Request) => Promise<Response>,
  req: IncomingMessage,
  res: ServerResponse,
  target: Target,
  log: (line: string) => void,
): Promise<void> {
  const gone = new AbortController();
  res.once('close', () => {
    if (!res.writableFinished) gone.abort();
  });
  try {
    const request = await toRequest(req, target, gone.signal);
    if (request === undefined) return answerText(res, 405, 'This method is not known here.');
    const response = await handle(request);
    await sendResponse(req, res, response);
  } catch (error) {
    if (gone.signal.aborted || res.destroyed) return;
    if (error instanceof ConnectionDropped) return dropConnection(res);
    if (error instanceof BodyTooLarge) return answerMessage(res, 413, 'The request is too large.');
    log(`the simulated facility failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    if (res.headersSent) return dropConnection(res);
    answerMessage(res, 500, 'The simulated facility failed.');
  }
}
