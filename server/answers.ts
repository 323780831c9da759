import type { ServerResponse } from 'node:http';

/** Answers with the contract's error shape, `{"message": …}`, so that the app reads it like any other refusal. */
export function answerMessage(res: ServerResponse, status: number, message: string): void {
  const body = Buffer.from(JSON.stringify({ message }));
  res.setHeader('content-type', 'application/json; charset=utf-8');
  res.setHeader('cache-control', 'no-store');
  res.setHeader('content-length', body.length);
  res.statusCode = status;
  res.end(body);
}

/** Answers with one line of plain text, for addresses that only people and tools read. */
export function answerText(res: ServerResponse, status: number, text: string): void {
  const body = Buffer.from(`${text}\n`);
  res.setHeader('content-type', 'text/plain; charset=utf-8');
  res.setHeader('cache-control', 'no-store');
  res.setHeader('content-length', body.length);
  res.statusCode = status;
  res.end(body);
}
