import type { FieldErrors } from './problem.ts';

/** What an error body says, whoever wrote it. */
export type ErrorText = {
  readonly message: string | null;
  readonly code: string | null;
  readonly fieldErrors: FieldErrors;
};

type Body = Readonly<Record<string, unknown>>;
type Reader = (body: Body) => Omit<ErrorText, 'fieldErrors'> | null;

/** RFC 9457 `application/problem+json`, and Kordless, which speaks it without the content type. */
const problemDetails: Reader = (body) => {
  const message = text(body.detail) ?? text(body.title);
  if (message === null || (text(body.type) === null && typeof body.status !== 'number')) return null;
  const type = text(body.type);
  return { message, code: type === 'about:blank' ? null : type };
};

/** OAuth 2.0 (RFC 6749, section 5.2): a machine's word beside a sentence. */
const oauth: Reader = (body) => {
  const message = text(body.error_description);
  const code = text(body.error);
  return message === null || code === null ? null : { message, code };
};

/** KISS: `message`, in newer envelopes with a `code`. */
const kiss: Reader = (body) => ('message' in body ? { message: text(body.message), code: text(body.code) } : null);

/** Kisi, with a `code`, and the Kiss Customer API, without: an `error` alone is the message. */
const kisi: Reader = (body) => ('error' in body ? { message: text(body.error), code: text(body.code) } : null);

const READERS: readonly Reader[] = [problemDetails, oauth, kiss, kisi];

/** Reads the body of an error answer by its shape. Anything else (HTML, text, wrong types) says nothing. Never throws. */
export function readErrorText(body: unknown, headers: Headers): ErrorText {
  const challenge = bearerError(headers.get('www-authenticate'));
  if (!isBody(body)) return { message: null, code: challenge, fieldErrors: {} };
  for (const read of READERS) {
    const found = read(body);
    if (found) return { message: found.message, code: found.code ?? challenge, fieldErrors: fieldErrors(body.errors) };
  }
  return { message: null, code: text(body.code) ?? challenge, fieldErrors: fieldErrors(body.errors) };
}

function fieldErrors(errors: unknown): FieldErrors {
  if (!isBody(errors)) return {};
  const read: [string, string[]][] = [];
  for (const [path, value] of Object.entries(errors)) {
    const messages = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
    if (messages.length > 0 && path !== '__proto__') read.push([path, messages]);
  }
  return Object.fromEntries(read);
}

/** The `error` of `WWW-Authenticate: Bearer error="invalid_token"` (RFC 6750). */
function bearerError(header: string | null): string | null {
  return /^bearer\b.*?\berror="([^"]{1,100})"/i.exec(header ?? '')?.[1] ?? null;
}

function isBody(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}
