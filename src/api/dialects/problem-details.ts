import { textOf } from '#model';
import type { DialectReader } from './dialect.ts';

/** RFC 9457 `application/problem+json`: `detail` describes this failure, `title` its type. */
export const problemDetails: DialectReader = {
  name: 'problem-details',
  recognises: (body, contentType) =>
    contentType === 'application/problem+json' ||
    (textOf(body.title) !== null && (textOf(body.type) !== null || typeof body.status === 'number')),
  message: (body) => textOf(body.detail) ?? textOf(body.title),
};
