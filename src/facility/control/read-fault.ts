import type { Fault } from '../faults.ts';
import type { JsonObject } from '../http.ts';
import { refuse } from './read.ts';

const KNOWN = new Set([
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

/** A fault as the control API takes it. @throws {Refusal} 400 with a sentence */
export function readFault(body: JsonObject): Fault {
  const stranger = Object.keys(body).find((name) => !KNOWN.has(name));
  if (stranger) refuse(`"${stranger}" is not known here. Known: ${[...KNOWN].join(', ')}.`);
  const route = /^(?:([A-Z]+) )?(\/\S+)$/.exec(typeof body.route === 'string' ? body.route : '');
  if (!route?.[2]) refuse('"route" must be such as "POST /gateway/locks/:id/open"; the method may be left out.');
  const status = wholeNumber(body, 'status');
  if (status !== undefined && (status < 200 || status > 599)) refuse('"status" must be from 200 to 599.');
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
      refuse('This fault would do nothing: say what to do, such as "status" or "drop".');
  }
  return fault;
}

function wholeNumber(body: JsonObject, name: string): number | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) refuse(`"${name}" must be a whole number.`);
  return value;
}

function oneOf(body: JsonObject, name: string): 'before' | 'after' | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (value !== 'before' && value !== 'after') refuse(`"${name}" must be "before" or "after".`);
  return value;
}

function readHeaders(value: unknown): Readonly<Record<string, string>> {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'object') refuse('"headers" must be an object of texts.');
  for (const [name, text] of Object.entries(value)) {
    if (typeof text !== 'string' || !/^[\w-]+$/.test(name)) refuse('"headers" must be an object of texts.');
  }
  return value as Readonly<Record<string, string>>;
}
