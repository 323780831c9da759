import type { DialectReader } from '#api';
import { textOf } from '#model';

/** Kordless: `{"detail","status","type"}`, like RFC 9457, but as plain JSON and with a type that is not a URI. */
export const kordless: DialectReader = {
  name: 'kordless',
  recognises: (body) => textOf(body.detail) !== null,
  message: (body) => textOf(body.detail),
};
