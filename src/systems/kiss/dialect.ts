import type { DialectReader } from '#api';
import { textOf } from '#model';

/** KISS: `{"message"}`, with `errors` by dot path on a 422, and with `code`, `data` and `meta` in newer envelopes. */
export const kissDialect: DialectReader = {
  name: 'kiss',
  recognises: (body) => 'message' in body,
  message: (body) => textOf(body.message),
};
