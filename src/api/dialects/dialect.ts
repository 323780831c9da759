import type { JsonObject } from '#model';

/** One way of writing an error body, as data: how to know it, and where its sentence for people stands. */
export type DialectReader = {
  readonly name: string;
  readonly recognises: (body: JsonObject, contentType: string) => boolean;
  readonly message: (body: JsonObject) => string | null;
};
