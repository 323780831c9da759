import type { Answer } from './answer.ts';
import type { DialectReader } from './dialects/dialect.ts';
import { type ErrorDetails, readError } from './dialects/read-error.ts';
import { kindOfStatus, type ProblemKind } from './problem.ts';
import { retryAfterSeconds } from './timing/when-to-send.ts';

/** Everything that an answer which is not the one that was asked for says. */
export type Refusal = ErrorDetails & {
  readonly kind: ProblemKind;
  /** Null when nobody named a time. Not capped. */
  readonly retryAfterSeconds: number | null;
};

/**
 * Total and pure: any status, headers and JSON give exactly one refusal. `now` is epoch ms on this device's clock; `dialects` are
 * those that the server may speak, beside the standards.
 */
export function readRefusal(
  { status, headers, json }: Answer,
  now: number,
  dialects: readonly DialectReader[],
): Refusal {
  const kind = kindOfStatus(status);
  const details = readError(json, headers, dialects);
  return { kind, ...details, retryAfterSeconds: secondsFor(kind, headers, details.message, now) };
}

/** Only a limit and trouble pass by waiting; only a limit's message may be asked for the seconds. */
function secondsFor(kind: ProblemKind, headers: Headers, message: string | null, now: number): number | null {
  if (kind === 'rate-limited') return retryAfterSeconds({ headers, message, now });
  return kind === 'unavailable' ? retryAfterSeconds({ headers, message: null, now }) : null;
}
