import { textOf } from '#model';
import type { DialectReader } from './dialect.ts';

/** OAuth 2.0 (RFC 6749, section 5.2): a code in `error`, the message in `error_description`. */
export const oauth: DialectReader = {
  name: 'oauth',
  recognises: (body) => textOf(body.error) !== null && textOf(body.error_description) !== null,
  message: (body) => textOf(body.error_description),
};
