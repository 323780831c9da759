import type { DialectReader } from '#api';
import { textOf } from '#model';

/** Kordless: `{"detail","status","type"}`, like RFC 9457, but sent as plain JSON and with a word as type. */
export const kordless: DialectReader = {
  name: 'kordless',
  recognises: (body) => textOf(body.detail) !== null,
  message: (body) => textOf(body.detail),
};
