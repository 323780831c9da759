import { type JsonObject, Refusal } from './http.ts';

/** What is wrong with a body, by dot path. */
export type FieldErrors = Record<string, string[]>;

/** Collects what is wrong with a body, so that one 422 says all of it (KISS error guide, dot paths). */
export function createChecks(body: JsonObject) {
  const errors: FieldErrors = {};
  const add = (field: string, message: string) => {
    const known = errors[field];
    if (known) known.push(message);
    else errors[field] = [message];
  };
  const label = (field: string) => field.replaceAll('_', ' ');

  return {
    add,
    /** The text of a field that must be there; undefined, with the error noted, when it is not. */
    required(field: string): string | undefined {
      const value = body[field];
      if (value === undefined || value === null || value === '') {
        add(field, `The ${label(field)} field is required.`);
        return undefined;
      }
      return this.text(field) ?? undefined;
    },
    /** The text of a field that may be absent or null; null when it is, undefined when it is no text. */
    text(field: string): string | null | undefined {
      const value = body[field];
      if (value === undefined || value === null) return null;
      if (typeof value === 'string') return value;
      add(field, `The ${label(field)} must be a string.`);
      return undefined;
    },
    /** @throws {Refusal} 422 when anything was found wrong */
    finish(): void {
      if (Object.keys(errors).length > 0) throw new Refusal(422, { message: 'Validation failed.', errors });
    },
  };
}

const DATE_TIME = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i;

/** An RFC 3339 date-time as epoch ms; null when it is none, a 30 February included. */
export function readDateTime(text: string): number | null {
  const match = DATE_TIME.exec(text);
  if (!match || !isDate(text.slice(0, 10))) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}

/** True for a `YYYY-MM-DD` that is on the calendar. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
