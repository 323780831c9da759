import { isJsonObject, type JsonObject } from '#model';
import type { Dialect, FieldErrors } from '../problem.ts';
import { customer } from './customer.ts';
import { type DialectReader, text } from './dialect.ts';
import { readFieldErrors } from './field-errors.ts';
import { kisi } from './kisi.ts';
import { kiss } from './kiss.ts';
import { kordless } from './kordless.ts';
import { oauth } from './oauth.ts';
import { problemDetails } from './problem-details.ts';

/** What an error answer says, whoever wrote it. */
export type ErrorWords = {
  readonly dialect: Dialect;
  readonly message: string | null;
  readonly code: string | null;
  readonly fieldErrors: FieldErrors;
};

/** The first that recognises the body reads it: from the one that is hardest to mistake to the one that is easiest. */
const DIALECTS: readonly DialectReader[] = [problemDetails, oauth, kiss, kisi, customer, kordless];

/** What one person can read; an error longer than that is a page, and a word for machines is shorter. Characters. */
const LONGEST = 2_000;

/**
 * Reads the body of an error answer by its shape and content type. Anything else (nothing, HTML, text, JSON that is no
 * object, wrong types) says nothing. Never throws.
 */
export function readError(json: unknown, headers: Headers): ErrorWords {
  const challenge = bearerError(headers.get('www-authenticate'));
  if (!isJsonObject(json)) return { dialect: 'none', message: null, code: challenge, fieldErrors: {} };
  const dialect = DIALECTS.find((one) => one.recognises(json, mediaType(headers)));
  return {
    dialect: dialect?.name ?? 'none',
    message: dialect?.message(json)?.slice(0, LONGEST) ?? null,
    code: bodyCode(json)?.slice(0, LONGEST) ?? challenge,
    fieldErrors: readFieldErrors(json.errors),
  };
}

/** A machine's word for what went wrong: `code`, else a `type` that says something, else what OAuth calls `error`. */
function bodyCode(body: JsonObject): string | null {
  const type = text(body.type);
  return (
    text(body.code) ??
    (type === 'about:blank' ? null : type) ??
    (text(body.error_description) === null ? null : text(body.error))
  );
}

function mediaType(headers: Headers): string {
  return (headers.get('content-type')?.split(';')[0] ?? '').trim().toLowerCase();
}

/** The `error` of `WWW-Authenticate: Bearer error="invalid_token"` (RFC 6750, section 3); no body need come with it. */
function bearerError(header: string | null): string | null {
  const challenge = /(?:^|[\s,])bearer\s(.*)/i.exec(header ?? '')?.[1] ?? '';
  for (const [, name, quoted, token] of challenge.matchAll(PARAMETER)) {
    if (name?.toLowerCase() === 'error') return text(quoted ?? token);
  }
  return null;
}

/** `name="value"` or `name=value` (RFC 9110, section 11.2). */
const PARAMETER = /([\w-]{1,40})\s?=\s?(?:"([^"]{0,200})"|([^\s,"]{1,200}))/g;
