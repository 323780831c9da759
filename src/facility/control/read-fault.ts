import type { Fault } from '../faults.ts';
import type { JsonObject } from '../http.ts';
import { badRequest } from './read.ts';

const FIELDS = new Set([
  'route',
  'nth',
  'times',
  'status',
  'headers',
  'body',
  'bodyBytes',
  'applied',
  'delayMs',
  'drop',
  'truncate',
  'never',
  'drip',
]);

/**
 * Parses a fault from a control API request.
 *
 * @throws {HttpError} 400 that names the invalid field
 */
export function readFault(body: JsonObject): Fault {
  const unknown = Object.keys(body).find((name) => !FIELDS.has(name));
  if (unknown) badRequest(`Unknown field "${unknown}". Known: ${[...FIELDS].join(', ')}.`);
  const route = /^(?:([A-Z]+) )?(\/\S+)$/.exec(typeof body.route === 'string' ? body.route : '');
  if (!route?.[2])
    badRequest('"route" must be a path with an optional method, such as "POST /gateway/locks/:id/open".');
  const status = wholeNumber(body, 'status');
  if (status !== undefined && (status < 200 || status > 599)) badRequest('"status" must be from 200 to 599.');
  const { drip } = body;
  const fault: Fault = {
    method: route[1],
    pattern: route[2],
    nth: wholeNumber(body, 'nth') ?? 1,
    times: body.times === null || body.times === 0 ? null : (wholeNumber(body, 'times') ?? 1),
    status,
    headers: readHeaders(body.headers),
    body: body.body,
    bodyBytes: wholeNumber(body, 'bodyBytes'),
    applied: oneOf(body, 'applied'),
    delayMs: wholeNumber(body, 'delayMs') ?? 0,
    drop: oneOf(body, 'drop'),
    truncate: wholeNumber(body, 'truncate'),
    never: body.never === true,
    dripMs: drip === true ? 10 : typeof drip === 'number' && drip > 0 ? drip : 0,
  };
  const { delayMs, drop, truncate, never, dripMs } = fault;
  if (status === undefined && !drop && truncate === undefined && !never && delayMs + dripMs === 0) {
    if (Object.keys(fault.headers).length === 0)
      badRequest('This fault has no effect: set "status", "drop" or another field.');
  }
  return fault;
}

function wholeNumber(body: JsonObject, name: string): number | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
    badRequest(`"${name}" must be a non-negative integer.`);
  return value;
}

function oneOf(body: JsonObject, name: string): 'before' | 'after' | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (value !== 'before' && value !== 'after') badRequest(`"${name}" must be "before" or "after".`);
  return value;
}

function readHeaders(value: unknown): Readonly<Record<string, string>> {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'object') badRequest('"headers" must be an object of strings.');
  for (const [name, text] of Object.entries(value)) {
    if (typeof text !== 'string' || !/^[\w-]+$/.test(name)) badRequest('"headers" must be an object of strings.');
  }
  return value as Readonly<Record<string, string>>;
}
