import type { CredentialId, Credentials, RateWindows, Transport } from '#api';
import type { NotSentCause, OpenOutcome, OpenTarget } from '#model';
import type { Clock } from '#platform';

/** One press. Lives in memory for as long as it is in flight, and is never written anywhere. */
export type OpenCommand = {
  /** The same for the one resend that law 3 allows; no other press ever has it. */
  readonly key: string;
  readonly target: OpenTarget;
  /** Who pressed (`tenantKey`). */
  readonly subject: string;
  /** With which credential of theirs: no later one may carry this command. */
  readonly credential: CredentialId;
  readonly tenantId: string;
  /** Epoch ms on this device's clock. */
  readonly pressedAt: number;
  /** Epoch ms on the server's clock after which whoever opens the door must refuse (law 4). */
  readonly notAfter: number;
};

/** How one attempt ended. */
export type Attempt =
  /** With somebody's word on the door, or with the certainty that there is none. */
  | { readonly kind: 'ended'; readonly outcome: OpenOutcome }
  /** The request was turned away by its status alone: true of this request, and no word on an earlier one. */
  | { readonly kind: 'refused'; readonly outcome: OpenOutcome }
  /** No answer at all, which alone may be tried once more. */
  | { readonly kind: 'no-answer' };

/** Whatever can reach a door from a browser. */
export type Opener = {
  readonly kind: 'gateway' | 'bridge' | 'none' | 'system';
  /** Why this opener cannot open anything at all, here and now; null when it can. */
  readonly unavailable: () => 'no-opener' | 'no-bridge' | null;
  /** Known without asking anybody: why a command must not be sent this very moment; null when it may. */
  readonly refusal: (tenantId: string) => NotSentCause | null;
  /** Starts in the same task, before anything is awaited. Never throws. `deadlineMs` is from now. */
  readonly attempt: (command: OpenCommand, deadlineMs: number) => Promise<Attempt>;
  /** Whether the same command may go out a second time: only where the other side dedupes by key. */
  readonly dedupesByKey: boolean;
  /** The limit that commands of this tenant count against, for the countdown. */
  readonly scope: (tenantId: string) => string;
};

/** For an opener whose way is a server: why a command that counts against `scope` must not be sent now; null when it may. */
export function refusalNow(
  { isOnline, windows }: Pick<OpenerParts, 'isOnline' | 'windows'>,
  scope: string,
): NotSentCause | null {
  if (!isOnline()) return { kind: 'offline' };
  const until = windows.blockedUntil(scope);
  return until === null ? null : { kind: 'rate-limited', until };
}

/** What an opener that a system brings is made with. */
export type OpenerParts = {
  /** The way to the system's own API. */
  readonly transport: Transport;
  readonly windows: RateWindows;
  readonly credentials: Credentials;
  readonly clock: Clock;
  readonly isOnline: () => boolean;
  /** A denial puts the list in doubt: fetches it again. */
  readonly refresh: () => void;
};
