import type { DialectReader } from '#api';
import { isJsonObject, textOf } from '#model';

/** Kisi: `{"error","code"}`, and on a 422 `{"errors"}` alone. */
export const kisiDialect: DialectReader = {
  name: 'kisi',
  recognises: (body) => ('error' in body && 'code' in body) || (isJsonObject(body.errors) && !('error' in body)),
  message: (body) => textOf(body.error),
};
