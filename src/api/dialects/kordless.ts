import { type DialectReader, text } from './dialect.ts';

/** Kordless: `{"detail","status","type"}`, like RFC 9457 but as plain JSON and with words for types. */
export const kordless: DialectReader = {
  name: 'kordless',
  recognises: (body) => text(body.detail) !== null,
  message: (body) => text(body.detail),
};
