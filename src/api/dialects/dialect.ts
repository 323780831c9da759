import type { Dialect } from '../problem.ts';

/** A JSON object from somewhere else: any key may be missing, and any value of any type. */
export type Body = Readonly<Record<string, unknown>>;

/** One way of writing an error body, as data: how to know it, and where its sentence for people stands. */
export type DialectReader = {
  readonly name: Exclude<Dialect, 'none'>;
  readonly recognises: (body: Body, contentType: string) => boolean;
  readonly message: (body: Body) => string | null;
};

export function isBody(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value when it is text that says something; null for any other type, and for blanks. */
export function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}
