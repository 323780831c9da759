import type { JsonObject } from '#model';

/** One format of error bodies: how to recognise it, and where its message for people is. */
export type DialectReader = {
  readonly name: string;
  readonly recognises: (body: JsonObject, contentType: string) => boolean;
  readonly message: (body: JsonObject) => string | null;
};
