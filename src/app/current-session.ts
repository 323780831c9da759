import type { CredentialId } from '#api';
import type { Session, SessionStore } from '#session';
import type { Services } from './services.ts';

/** Whether this page's session is still the stored one: another tab may have ended or replaced it. */
export function isCurrentSession(sessions: SessionStore): boolean {
  return credentialOf(sessions.stored()) === credentialOf(sessions.get());
}

/**
 * Whether this page's session is still the stored one. Reloads the page if not, except while it is signing out itself.
 * Needed because a page in the back-forward cache receives no storage events.
 */
export function ensureCurrentSession({ sessions, platform }: Pick<Services, 'sessions' | 'platform'>): boolean {
  const isCurrent = isCurrentSession(sessions);
  if (!isCurrent && !sessions.isSigningOut()) platform.location.reload();
  return isCurrent;
}

function credentialOf(session: Session): CredentialId | null {
  return session.kind === 'signed-in' ? session.credential : null;
}
