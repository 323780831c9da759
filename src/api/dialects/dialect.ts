import type { JsonObject } from '#model';
import type { Dialect } from '../problem.ts';

/** One way of writing an error body, as data: how to know it, and where its sentence for people stands. */
export type DialectReader = {
  readonly name: Exclude<Dialect, 'none'>;
  readonly recognises: (body: JsonObject, contentType: string) => boolean;
  readonly message: (body: JsonObject) => string | null;
};

/** The value when it is text that says something; null for any other type, and for blanks. */
export function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}
