import { isJsonObject, type JsonObject, textOf } from '#model';
import type { Dialect, FieldErrors } from '../problem.ts';
import type { DialectReader } from './dialect.ts';
import { readFieldErrors } from './field-errors.ts';
import { oauth } from './oauth.ts';
import { problemDetails } from './problem-details.ts';

/** What an error body says, in any dialect. */
export type ErrorDetails = {
  readonly dialect: Dialect;
  readonly message: string | null;
  readonly code: string | null;
  readonly fieldErrors: FieldErrors;
};

/** Tried first, because their shape is the most specific. */
const STANDARDS: readonly DialectReader[] = [problemDetails, oauth];

/** In characters. Longer text is a web page, not a message. */
const MAX_LENGTH = 2_000;

/**
 * Reads the body of an error answer with the first dialect that recognises its shape and content type. An empty body,
 * HTML, text, JSON other than an object and fields of the wrong type give no details. Never throws.
 */
export function readError(json: unknown, headers: Headers, dialects: readonly DialectReader[]): ErrorDetails {
  const challenge = bearerError(headers.get('www-authenticate'));
  if (!isJsonObject(json)) return { dialect: 'none', message: null, code: challenge, fieldErrors: {} };
  const dialect = [...STANDARDS, ...dialects].find((one) => one.recognises(json, mediaType(headers)));
  return {
    dialect: dialect?.name ?? 'none',
    message: dialect?.message(json)?.slice(0, MAX_LENGTH) ?? null,
    code: bodyCode(json)?.slice(0, MAX_LENGTH) ?? challenge,
    fieldErrors: readFieldErrors(json.errors),
  };
}

/** The error code: `code`, else a specific `type` (RFC 9457), else OAuth's `error`. */
function bodyCode(body: JsonObject): string | null {
  const type = textOf(body.type);
  return (
    textOf(body.code) ??
    (type === 'about:blank' ? null : type) ??
    (textOf(body.error_description) === null ? null : textOf(body.error))
  );
}

function mediaType(headers: Headers): string {
  return (headers.get('content-type')?.split(';')[0] ?? '').trim().toLowerCase();
}

/** The `error` of `WWW-Authenticate: Bearer error="invalid_token"` (RFC 6750, section 3); sent with or without a body. */
function bearerError(header: string | null): string | null {
  const challenge = /(?:^|[\s,])bearer\s(.*)/i.exec(header ?? '')?.[1] ?? '';
  for (const [, name, quoted, token] of challenge.matchAll(PARAMETER)) {
    if (name?.toLowerCase() === 'error') return textOf(quoted ?? token);
  }
  return null;
}

/** `name="value"` or `name=value` (RFC 9110, section 11.2). */
const PARAMETER = /([\w-]{1,40})\s?=\s?(?:"([^"]{0,200})"|([^\s,"]{1,200}))/g;
