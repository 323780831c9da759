import type { Context } from 'hono';

/** An error response; throw it to end the request. */
export class HttpError extends Error {
  readonly status: number;
  readonly body: object;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, body: object, headers: Readonly<Record<string, string>> = {}) {
    super(`HTTP ${status}`);
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

/** The connection ended before a response; the request may or may not have been received. */
export class ConnectionDropped extends Error {
  constructor() {
    super('The connection was dropped.');
    this.name = 'ConnectionDropped';
  }
}

/** A JSON response. */
export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
}

export type JsonObject = Readonly<Record<string, unknown>>;

/** True for a JSON object; false for arrays and null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Reads the body as a JSON object.
 *
 * @throws {HttpError} 400 when the body is not JSON or not an object (KISS error guide: malformed JSON or structure)
 */
export async function readObject(context: Context): Promise<JsonObject> {
  let body: unknown;
  try {
    body = JSON.parse(await context.req.text());
  } catch {
    throw new HttpError(400, { message: 'The request body is not valid JSON.' });
  }
  if (!isObject(body)) throw new HttpError(400, { message: 'The request body must be a JSON object.' });
  return body;
}

/** Serializes a JSON value with sorted keys, to compare payloads. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value) ?? 'null';
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
  return `{${members.join(',')}}`;
}
