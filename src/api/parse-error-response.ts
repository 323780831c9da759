import type { Answer } from './answer.ts';
import type { DialectReader } from './dialects/dialect.ts';
import { type ErrorDetails, readError } from './dialects/read-error.ts';
import { kindOfStatus, type ProblemKind } from './problem.ts';
import { retryAfterSeconds } from './timing/when-to-send.ts';

/** The content of an answer that `ApiRequest.read` did not accept. */
export type ErrorResponse = ErrorDetails & {
  readonly kind: ProblemKind;
  /** Null when the server named no time. Not capped. */
  readonly retryAfterSeconds: number | null;
};

/**
 * Reads any status, headers and body. Pure; never throws.
 *
 * @param now epoch ms on this device's clock
 * @param dialects the formats of this server, tried after the standard ones
 */
export function parseErrorResponse(
  { status, headers, json }: Answer,
  now: number,
  dialects: readonly DialectReader[],
): ErrorResponse {
  const kind = kindOfStatus(status);
  const details = readError(json, headers, dialects);
  return { kind, ...details, retryAfterSeconds: secondsFor(kind, headers, details.message, now) };
}

/** Null for kinds that waiting does not solve. Only a 429 may name the seconds in its message. */
function secondsFor(kind: ProblemKind, headers: Headers, message: string | null, now: number): number | null {
  if (kind === 'rate-limited') return retryAfterSeconds({ headers, message, now });
  return kind === 'unavailable' ? retryAfterSeconds({ headers, message: null, now }) : null;
}
