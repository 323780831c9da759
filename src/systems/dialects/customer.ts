import type { DialectReader } from '#api';
import { textOf } from '#model';

/** The Kiss Customer API: `{"error"}`, a message without a code. */
export const customer: DialectReader = {
  name: 'customer',
  recognises: (body) => 'error' in body,
  message: (body) => textOf(body.error),
};
