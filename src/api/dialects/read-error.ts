import { isJsonObject, type JsonObject, textOf } from '#model';
import type { Dialect, FieldErrors } from '../problem.ts';
import type { DialectReader } from './dialect.ts';
import { readFieldErrors } from './field-errors.ts';
import { oauth } from './oauth.ts';
import { problemDetails } from './problem-details.ts';

/** What an error answer says, whoever wrote it. */
export type ErrorDetails = {
  readonly dialect: Dialect;
  readonly message: string | null;
  readonly code: string | null;
  readonly fieldErrors: FieldErrors;
};

/** The standards, which are hardest to mistake: they are asked before those that a server is known to speak. */
const STANDARDS: readonly DialectReader[] = [problemDetails, oauth];

/** What one person can read; an error longer than that is a page, and a word for machines is shorter. Characters. */
const LONGEST = 2_000;

/**
 * Reads the body of an error answer by its shape and content type. Anything else (nothing, HTML, text, JSON that is no
 * object, wrong types) says nothing. The first of `dialects` that recognises the body reads it. Never throws.
 */
export function readError(json: unknown, headers: Headers, dialects: readonly DialectReader[]): ErrorDetails {
  const challenge = bearerError(headers.get('www-authenticate'));
  if (!isJsonObject(json)) return { dialect: 'none', message: null, code: challenge, fieldErrors: {} };
  const dialect = [...STANDARDS, ...dialects].find((one) => one.recognises(json, mediaType(headers)));
  return {
    dialect: dialect?.name ?? 'none',
    message: dialect?.message(json)?.slice(0, LONGEST) ?? null,
    code: bodyCode(json)?.slice(0, LONGEST) ?? challenge,
    fieldErrors: readFieldErrors(json.errors),
  };
}

/** A machine's word for what went wrong: `code`, else a `type` that says something, else what OAuth calls `error`. */
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

/** The `error` of `WWW-Authenticate: Bearer error="invalid_token"` (RFC 6750, section 3); no body need come with it. */
function bearerError(header: string | null): string | null {
  const challenge = /(?:^|[\s,])bearer\s(.*)/i.exec(header ?? '')?.[1] ?? '';
  for (const [, name, quoted, token] of challenge.matchAll(PARAMETER)) {
    if (name?.toLowerCase() === 'error') return textOf(quoted ?? token);
  }
  return null;
}

/** `name="value"` or `name=value` (RFC 9110, section 11.2). */
const PARAMETER = /([\w-]{1,40})\s?=\s?(?:"([^"]{0,200})"|([^\s,"]{1,200}))/g;
