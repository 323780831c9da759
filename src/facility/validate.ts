import { HttpError, type JsonObject } from './http.ts';

/** Validation errors by dot path. */
export type FieldErrors = Record<string, string[]>;

/** Collects validation errors, so that one 422 reports all of them (KISS error guide, dot paths). */
export function createFieldChecks(body: JsonObject) {
  const errors: FieldErrors = {};
  const add = (field: string, message: string) => {
    const known = errors[field];
    if (known) known.push(message);
    else errors[field] = [message];
  };
  const label = (field: string) => field.replaceAll('_', ' ');

  return {
    add,
    /** A required string; undefined, with the error added, when it is missing or not a string. */
    required(field: string): string | undefined {
      const value = body[field];
      if (value === undefined || value === null || value === '') {
        add(field, `The ${label(field)} field is required.`);
        return undefined;
      }
      return this.text(field) ?? undefined;
    },
    /** An optional string; null when absent, undefined with the error added when it is not a string. */
    text(field: string): string | null | undefined {
      const value = body[field];
      if (value === undefined || value === null) return null;
      if (typeof value === 'string') return value;
      add(field, `The ${label(field)} must be a string.`);
      return undefined;
    },
    /** @throws {HttpError} 422 when there are errors */
    finish(): void {
      if (Object.keys(errors).length > 0) throw new HttpError(422, { message: 'Validation failed.', errors });
    },
  };
}

const DATE_TIME = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i;

/** Parses an RFC 3339 date-time into epoch ms; null when it is invalid or not on the calendar. */
export function readDateTime(text: string): number | null {
  const match = DATE_TIME.exec(text);
  if (!match || !isDate(text.slice(0, 10))) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}

/** Whether the text is a `YYYY-MM-DD` on the calendar. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
