import { type Hours, minuteOf } from '../hours.ts';
import { HttpError, type JsonObject } from '../http.ts';
import { isDate, readDateTime } from '../validate.ts';

/** @throws {HttpError} 400 with this message */
export function badRequest(message: string): never {
  throw new HttpError(400, { message });
}

export function isHours(value: unknown): value is Hours {
  if (typeof value !== 'object' || value === null || !('start' in value) || !('end' in value)) return false;
  return [value.start, value.end].every((time) => typeof time === 'string' && minuteOf(time) !== null);
}

type Check = { readonly isValid: (value: unknown) => boolean; readonly expected: string };

/** Checks of the values that the control API accepts. */
export const checks = {
  boolean: { isValid: (value) => typeof value === 'boolean', expected: 'true or false' },
  amount: {
    isValid: (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0,
    expected: 'a non-negative number',
  },
  date: {
    isValid: (value) => value === null || (typeof value === 'string' && isDate(value)),
    expected: 'null or a date such as "2026-01-31"',
  },
  dateTime: {
    isValid: (value) => value === null || (typeof value === 'string' && readDateTime(value) !== null),
    expected: 'null or a date-time such as "2026-01-31T12:00:00Z"',
  },
  hours: {
    isValid: (value) => value === null || isHours(value),
    expected: 'null or {"start":"06:00","end":"22:00"}',
  },
  reason: { isValid: (value) => value === null || typeof value === 'string', expected: 'null or a string' },
  forced: {
    isValid: (value) =>
      value === null ||
      (typeof value === 'object' &&
        'state' in value &&
        typeof value.state === 'string' &&
        'reason' in value &&
        (value.reason === null || typeof value.reason === 'string')),
    expected: 'null or {"state":"…","reason":"…"}',
  },
  motor: {
    isValid: (value) => value === 'ok' || value === 'jammed' || value === 'not_answered',
    expected: '"ok", "jammed" or "not_answered"',
  },
  count: {
    isValid: (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0,
    expected: 'a non-negative integer',
  },
} satisfies Record<string, Check>;

/**
 * Checks that `body` has only known fields with valid values.
 *
 * @throws {HttpError} 400 that names the first field that is unknown or invalid
 */
export function readFacts(body: JsonObject, known: Readonly<Record<string, Check>>): JsonObject {
  const names = Object.keys(body);
  if (names.length === 0) badRequest(`Nothing to change. Known: ${Object.keys(known).join(', ')}.`);
  for (const name of names) {
    const check = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!check) badRequest(`Unknown field "${name}". Known: ${Object.keys(known).join(', ')}.`);
    if (!check.isValid(body[name])) badRequest(`"${name}" must be ${check.expected}.`);
  }
  return body;
}
