import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerText } from './answers.ts';

/**
 * Serves the operator's configuration as it is, broken or not: the app checks it and names the key at fault. It is read
 * at each request, so that an operator sees a correction after a reload.
 */
export async function answerConfig(req: IncomingMessage, res: ServerResponse, path: string): Promise<void> {
  if (req.method !== 'GET' && req.method !== 'HEAD') {
    res.setHeader('allow', 'GET, HEAD');
    return answerText(res, 405, 'Only GET and HEAD are known here.');
  }
  const body = await readFile(path).catch(() => undefined);
  if (!body) return answerText(res, 404, 'The configuration file is not there.');
  res.setHeader('content-type', 'application/json; charset=utf-8');
  res.setHeader('cache-control', 'no-store');
  res.setHeader('content-length', body.length);
  res.end(body);
}
