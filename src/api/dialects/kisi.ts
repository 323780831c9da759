import { isJsonObject } from '#model';
import { type DialectReader, text } from './dialect.ts';

/** Kisi: `{"error","code"}`, and on a 422 `{"errors"}` alone. */
export const kisi: DialectReader = {
  name: 'kisi',
  recognises: (body) => ('error' in body && 'code' in body) || (isJsonObject(body.errors) && !('error' in body)),
  message: (body) => text(body.error),
};
