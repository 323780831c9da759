import type { CredentialId } from '#api';
import type { Session, SessionStore } from '#session';
import type { Services } from './services.ts';

/** Whether this page's session is the one that the device holds: another page may have ended it, or begun another. */
export function isHeld(sessions: SessionStore): boolean {
  return credentialOf(sessions.stored()) === credentialOf(sessions.get());
}

/**
 * The same; and where it is not, the page begins anew: out of the back-forward cache it heard nothing of what other pages
 * did, and some engines do not tell it in any case. While it is leaving by itself, it goes on to the end.
 */
export function followDevice({ sessions, platform }: Pick<Services, 'sessions' | 'platform'>): boolean {
  const isTheirs = isHeld(sessions);
  if (!isTheirs && !sessions.isSigningOut()) platform.location.reload();
  return isTheirs;
}

function credentialOf(session: Session): CredentialId | null {
  return session.kind === 'signed-in' ? session.credential : null;
}
