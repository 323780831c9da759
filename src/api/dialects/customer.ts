import { type DialectReader, text } from './dialect.ts';

/** The Kiss Customer API: `{"error"}`, one plain sentence and no code. */
export const customer: DialectReader = {
  name: 'customer',
  recognises: (body) => 'error' in body,
  message: (body) => text(body.error),
};
