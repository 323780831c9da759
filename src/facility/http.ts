import type { Context } from 'hono';

/** An answer that ends the request where it is thrown. */
export class Refusal extends Error {
  readonly status: number;
  readonly body: object;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, body: object, headers: Readonly<Record<string, string>> = {}) {
    super(`refused with ${status}`);
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

/** The connection ended before any answer: the request may have been received or not. */
export class ConnectionDropped extends Error {
  constructor() {
    super('The connection was dropped.');
    this.name = 'ConnectionDropped';
  }
}

/** A JSON answer. */
export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
}

export type JsonObject = Readonly<Record<string, unknown>>;

/** True for a JSON object, and for nothing else that JSON knows. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The body as a JSON object.
 *
 * @throws {Refusal} 400 for what is no JSON or no object (KISS error guide: malformed JSON or structure)
 */
export async function readObject(context: Context): Promise<JsonObject> {
  let body: unknown;
  try {
    body = JSON.parse(await context.req.text());
  } catch {
    throw new Refusal(400, { message: 'The request body is not valid JSON.' });
  }
  if (!isObject(body)) throw new Refusal(400, { message: 'The request body must be a JSON object.' });
  return body;
}

/** The same text for the same JSON value, whatever the order of its keys: what "the same payload" is measured by. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value) ?? 'null';
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
  return `{${members.join(',')}}`;
}
