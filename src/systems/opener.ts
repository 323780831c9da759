import type { CredentialId, Credentials, RateWindows, Transport } from '#api';
import type { NotSentCause, OpenOutcome, OpenTarget } from '#model';
import type { Clock } from '#platform';

/** One press of the Open button. Kept in memory while it is in flight, and never persisted (law 2). */
export type OpenCommand = {
  /** The idempotency key: unique per press, and the same for the resend of law 3. */
  readonly key: string;
  readonly target: OpenTarget;
  /** The tenant who pressed (`tenantKey`). */
  readonly subject: string;
  /** The credential at the press. The command is never sent with another one. */
  readonly credential: CredentialId;
  readonly tenantId: string;
  /** Epoch ms on this device's clock. */
  readonly pressedAt: number;
  /** Epoch ms on the server's clock, after which the opener must refuse the command (law 4). */
  readonly notAfter: number;
};

/** The result of one attempt to send a command. */
export type Attempt =
  /** The outcome is final, `unknown` included. */
  | { readonly kind: 'ended'; readonly outcome: OpenOutcome }
  /** The status refused this request. An earlier attempt may still have opened the door. */
  | { readonly kind: 'refused'; readonly outcome: OpenOutcome }
  /** No answer at all: the only result that allows a resend (law 3). */
  | { readonly kind: 'no-answer' };

/** One way to open doors from the browser. */
export type Opener = {
  readonly kind: 'gateway' | 'bridge' | 'none' | 'system';
  /** Why this opener cannot be used on this device; null when it can. */
  readonly unavailable: () => 'no-opener' | 'no-bridge' | null;
  /** Why a command must not be sent now, decided without a request; null when it may. */
  readonly refusal: (tenantId: string) => NotSentCause | null;
  /** Sends the command in the task of the call. Never rejects. `deadlineMs` counts from the call. */
  readonly attempt: (command: OpenCommand, deadlineMs: number) => Promise<Attempt>;
  /** Whether the receiver deduplicates commands by key, which a resend requires (law 3). */
  readonly dedupesByKey: boolean;
  /** The rate-limit scope of this tenant's commands (`RateWindows`). */
  readonly scope: (tenantId: string) => string;
};

/** `Opener.refusal` for an opener that sends its commands to a server. */
export function refusalNow(
  { isOnline, windows }: Pick<OpenerParts, 'isOnline' | 'windows'>,
  scope: string,
): NotSentCause | null {
  if (!isOnline()) return { kind: 'offline' };
  const until = windows.blockedUntil(scope);
  return until === null ? null : { kind: 'rate-limited', until };
}

/** The parts for an opener of a system. */
export type OpenerParts = {
  /** Sends requests to the system's API. */
  readonly transport: Transport;
  readonly windows: RateWindows;
  readonly credentials: Credentials;
  readonly clock: Clock;
  readonly isOnline: () => boolean;
  /** Fetches the access list again, after a denial that the list does not contain. */
  readonly refresh: () => void;
};
