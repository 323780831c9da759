import type { Session, SessionStore } from '#session';

/**
 * Whether this page's session is the one that the device holds. Where it is not, the page begins anew: out of the
 * back-forward cache it heard nothing of what other pages did, and some engines do not tell it in any case. While it is
 * leaving by itself, it goes on to the end.
 */
export function followDevice(sessions: SessionStore): boolean {
  const isHeld = tokenOf(sessions.stored()) === tokenOf(sessions.get());
  if (!isHeld && !sessions.isLeaving()) location.reload();
  return isHeld;
}

function tokenOf(session: Session): string | null {
  return session.kind === 'signed-in' ? session.token : null;
}
