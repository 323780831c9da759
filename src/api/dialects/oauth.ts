import { type DialectReader, text } from './dialect.ts';

/** OAuth 2.0 (RFC 6749, section 5.2): a machine's word in `error`, the sentence beside it. */
export const oauth: DialectReader = {
  name: 'oauth',
  recognises: (body) => text(body.error) !== null && text(body.error_description) !== null,
  message: (body) => text(body.error_description),
};
