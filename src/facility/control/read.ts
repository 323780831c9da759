import { type Hours, minuteOf } from '../hours.ts';
import { type JsonObject, Refusal } from '../http.ts';
import { isDate, readDateTime } from '../validate.ts';

/** Refuses a control request with a sentence; nothing has changed then. */
export function refuse(message: string): never {
  throw new Refusal(400, { message });
}

export function isHours(value: unknown): value is Hours {
  if (typeof value !== 'object' || value === null || !('start' in value) || !('end' in value)) return false;
  return [value.start, value.end].every((time) => typeof time === 'string' && minuteOf(time) !== null);
}

type Check = { readonly isGood: (value: unknown) => boolean; readonly wanted: string };

/** What a fact may be set to. */
export const checks = {
  truth: { isGood: (value) => typeof value === 'boolean', wanted: 'true or false' },
  amount: {
    isGood: (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0,
    wanted: 'a number that is not negative',
  },
  date: {
    isGood: (value) => value === null || (typeof value === 'string' && isDate(value)),
    wanted: 'null or a date such as "2026-01-31"',
  },
  moment: {
    isGood: (value) => value === null || (typeof value === 'string' && readDateTime(value) !== null),
    wanted: 'null or a date-time such as "2026-01-31T12:00:00Z"',
  },
  hours: {
    isGood: (value) => value === null || isHours(value),
    wanted: 'null or {"start":"06:00","end":"22:00"}',
  },
  reason: { isGood: (value) => value === null || typeof value === 'string', wanted: 'null or a text' },
  forced: {
    isGood: (value) =>
      value === null ||
      (typeof value === 'object' &&
        'state' in value &&
        typeof value.state === 'string' &&
        'reason' in value &&
        (value.reason === null || typeof value.reason === 'string')),
    wanted: 'null or {"state":"…","reason":"…"}',
  },
  motor: {
    isGood: (value) => value === 'ok' || value === 'jammed' || value === 'not_answered',
    wanted: '"ok", "jammed" or "not_answered"',
  },
  count: {
    isGood: (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0,
    wanted: 'a whole number that is not negative',
  },
} satisfies Record<string, Check>;

/**
 * The facts of `body` that may be changed, all of them checked.
 *
 * @throws {Refusal} 400 that names the first one that is unknown or wrong
 */
export function readFacts(body: JsonObject, known: Readonly<Record<string, Check>>): JsonObject {
  const names = Object.keys(body);
  if (names.length === 0) refuse(`Nothing to change. Known: ${Object.keys(known).join(', ')}.`);
  for (const name of names) {
    const check = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!check) refuse(`"${name}" is not known here. Known: ${Object.keys(known).join(', ')}.`);
    if (!check.isGood(body[name])) refuse(`"${name}" must be ${check.wanted}.`);
  }
  return body;
}
