import { type DialectReader, text } from './dialect.ts';

/** RFC 9457 `application/problem+json`: `detail` is about this failure, `title` about all of its type. */
export const problemDetails: DialectReader = {
  name: 'problem-details',
  recognises: (body, contentType) =>
    contentType === 'application/problem+json' ||
    (text(body.title) !== null && (text(body.type) !== null || typeof body.status === 'number')),
  message: (body) => text(body.detail) ?? text(body.title),
};
