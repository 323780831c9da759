import type { CredentialId } from '#api';
import type { Tenant } from '#model';

/** Who is signed in on this device. Their token is not part of it: the vault has that, and pages see none. */
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
      /** This sign-in was asked for by a 401. */
      readonly afterRejection: boolean;
      /** How many accounts the number had at sign-in. */
      readonly accounts: number;
      /** Names the credential of this sign-in. Of use on this page only, and never stored. */
      readonly credential: CredentialId;
    };

/** `rejected-again`: signed in anew and refused at once, so a third sign-in would not help either. */
export type SignedOutCause = 'never' | 'left' | 'expired' | 'rejected-again' | 'switch-account';

/** What the phone field is filled with when the same person signs in again. */
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
  /** The server refused this credential; null where the call carried none. */
  | { readonly type: 'rejected'; readonly credential: CredentialId | null; readonly at: number }
  | { readonly type: 'left'; readonly because: 'left' | 'switch-account'; readonly at: number }
  /** The person wants to try in spite of the explanation. */
  | { readonly type: 'explained' };

export const SIGNED_OUT: Session = { kind: 'signed-out', because: 'never', phone: null, at: 0 };

/** Whether the person ended it on purpose: they do not want to come back to the page they left from. */
export function wasLeft(session: Session): boolean {
  return session.kind === 'signed-out' && (session.because === 'left' || session.because === 'switch-account');
}

/** How long a session lives on this device, by the operator's wish. Days; without end where none is named. */
export type SessionLife = { readonly maxAgeDays?: number | undefined; readonly idleDays?: number | undefined };

/** What is known of a session's use beside the session: epoch ms by this device's clock. */
export type SessionTimes = {
  readonly usedAt: number;
  /** When its credential runs out, where somebody named that. */
  readonly expiresAt?: number | undefined;
};

/** A second 401 within this time of signing in stops instead of asking for a third sign-in. Ms. */
const TOO_SOON_MS = 60_000;
const DAY_MS = 86_400_000;
/** So long the number of an expired session is kept for signing in again. */
const HINT_DAYS = 30;

/** Pure; the same state comes back when nothing changes. */
export function reduceSession(session: Session, event: SessionEvent): Session {
  switch (event.type) {
    case 'signed-in':
      return {
        kind: 'signed-in',
        credential: event.credential,
        tenant: event.tenant,
        phone: event.phone,
        accounts: event.accounts,
        signedInAt: event.at,
        afterRejection: session.kind === 'signed-out' && session.because === 'expired',
      };
    case 'rejected': {
      // The answer to a request of an earlier session says nothing about this one.
      if (session.kind === 'signed-out' || session.credential !== event.credential) return session;
      const again = session.afterRejection && event.at - session.signedInAt < TOO_SOON_MS;
      return { kind: 'signed-out', because: again ? 'rejected-again' : 'expired', phone: session.phone, at: event.at };
    }
    case 'left':
      if (session.kind === 'signed-out') return session;
      return {
        kind: 'signed-out',
        because: event.because,
        phone: event.because === 'switch-account' ? session.phone : null,
        at: event.at,
      };
    case 'explained':
      return session.kind === 'signed-out' ? { ...session, because: 'never' } : session;
  }
}

/**
 * What has become of a session by itself at `now` (epoch ms). Pure; the same state comes back when nothing changes. A clock
 * that was set back by as long counts, too.
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
