import type { CredentialId } from '#api';
import type { Tenant } from '#model';

/** Who is signed in on this device. The token is not part of it: only the credential vault holds that. */
export type Session =
  | {
      readonly kind: 'signed-out';
      readonly because: SignedOutCause;
      readonly phone: PhoneHint | null;
      /** Epoch ms by this device's clock. */
      readonly at: number;
    }
  | {
      readonly kind: 'signed-in';
      readonly tenant: Tenant;
      readonly phone: PhoneHint;
      /** Epoch ms by this device's clock. */
      readonly signedInAt: number;
      /** Whether the person had to sign in because of a 401. */
      readonly afterRejection: boolean;
      /** How many accounts the number had at sign-in. */
      readonly accounts: number;
      /** Id of this sign-in's token. Valid on this page only, never stored. */
      readonly credential: CredentialId;
    };

/** `rejected-again`: the token of a new sign-in was refused too, so a third sign-in would not help. */
export type SignedOutCause = 'never' | 'signed-out' | 'expired' | 'rejected-again' | 'switch-account';

/** Fills the phone field when the same person signs in again. */
export type PhoneHint = { readonly country: string; readonly national: string };

export type SignedIn = Extract<Session, { kind: 'signed-in' }>;

export type SessionEvent =
  | {
      readonly type: 'signed-in';
      readonly credential: CredentialId;
      readonly tenant: Tenant;
      readonly phone: PhoneHint;
      readonly accounts: number;
      readonly at: number;
    }
  /** The server answered 401 to this credential; null where the request carried none. */
  | { readonly type: 'rejected'; readonly credential: CredentialId | null; readonly at: number }
  | { readonly type: 'signed-out'; readonly because: 'signed-out' | 'switch-account'; readonly at: number }
  /** The person has read the `rejected-again` explanation and wants to sign in anyway. */
  | { readonly type: 'acknowledged' };

export const SIGNED_OUT: Session = { kind: 'signed-out', because: 'never', phone: null, at: 0 };

/** Whether the person ended the session. If so, the next sign-in does not return to the current page. */
export function wasSignedOutByUser(session: Session): boolean {
  return session.kind === 'signed-out' && (session.because === 'signed-out' || session.because === 'switch-account');
}

/** The operator's limits on a session's lifetime on this device. Days; no limit where absent. */
export type SessionLife = { readonly maxAgeDays?: number | undefined; readonly idleDays?: number | undefined };

/** Stored beside the session: epoch ms by this device's clock. */
export type SessionTimes = {
  readonly usedAt: number;
  /** When the token expires, where the system names that. */
  readonly expiresAt?: number | undefined;
};

/** A second 401 within this time after sign-in shows an explanation instead of a third sign-in. Ms. */
const REJECTED_AGAIN_WITHIN_MS = 60_000;
const DAY_MS = 86_400_000;
/** How long the phone number of an expired session is kept for signing in again. */
const HINT_DAYS = 30;

/** Pure. Returns the same object when nothing changes. */
export function reduceSession(session: Session, event: SessionEvent): Session {
  switch (event.type) {
    case 'signed-in': {
      const { type: kind, at: signedInAt, ...profile } = event;
      const afterRejection = session.kind === 'signed-out' && session.because === 'expired';
      return { ...profile, kind, signedInAt, afterRejection };
    }
    case 'rejected': {
      // A late answer to a request of an earlier session.
      if (session.kind === 'signed-out' || session.credential !== event.credential) return session;
      const again = session.afterRejection && event.at - session.signedInAt < REJECTED_AGAIN_WITHIN_MS;
      return { kind: 'signed-out', because: again ? 'rejected-again' : 'expired', phone: session.phone, at: event.at };
    }
    case 'signed-out':
      if (session.kind === 'signed-out') return session;
      return {
        kind: 'signed-out',
        because: event.because,
        phone: event.because === 'switch-account' ? session.phone : null,
        at: event.at,
      };
    case 'acknowledged':
      return session.kind === 'signed-out' ? { ...session, because: 'never' } : session;
  }
}

/**
 * Ends a session whose lifetime is over at `now` (epoch ms), and drops an old phone number. Pure. Returns the same object
 * when nothing changes. If the clock was set back by more than a limit, that limit counts as exceeded.
 */
export function ageSession(
  session: Session,
  now: number,
  { usedAt, expiresAt = Number.POSITIVE_INFINITY }: SessionTimes,
  life: SessionLife,
): Session {
  const isOver = (since: number, days = Number.POSITIVE_INFINITY) => Math.abs(now - since) > days * DAY_MS;
  if (session.kind === 'signed-out') return session.phone && isOver(session.at, HINT_DAYS) ? SIGNED_OUT : session;
  const { signedInAt, credential } = session;
  const isAlive = !isOver(signedInAt, life.maxAgeDays) && !isOver(Math.max(signedInAt, usedAt), life.idleDays);
  return isAlive && now < expiresAt ? session : reduceSession(session, { type: 'rejected', credential, at: now });
}
