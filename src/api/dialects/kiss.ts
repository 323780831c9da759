import { type DialectReader, text } from './dialect.ts';

/** KISS: `{"message"}`, with `errors` by dot path on a 422, and with `code`, `data` and `meta` in newer envelopes. */
export const kiss: DialectReader = {
  name: 'kiss',
  recognises: (body) => 'message' in body,
  message: (body) => text(body.message),
};
