import type { DialectReader } from '#api';
import { textOf } from '#model';

/** The Kiss Customer API: `{"error"}`, one plain sentence and no code. */
export const customer: DialectReader = {
  name: 'customer',
  recognises: (body) => 'error' in body,
  message: (body) => textOf(body.error),
};
