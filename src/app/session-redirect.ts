import { useEffect, useRef } from 'react';
import type { PageLocation } from '#platform';
import { usePath } from '#router';
import { areaOf, routes } from '#routes';
import { type ReturnPath, type Session, useSession, wasSignedOutByUser } from '#session';

/** Redirects whenever the session or the path changes: to sign-in, and after it back to the requested page. */
export function useSessionRedirect(returnPath: ReturnPath, location: PageLocation): void {
  const session = useSession();
  const path = usePath();
  const wasSignedIn = useRef(false);

  useEffect(() => {
    // StrictMode runs effects twice; the second run must not remember the path that the first one redirected to.
    if (location.path() !== path) return;
    if (session.kind === 'signed-in') wasSignedIn.current = true;
    redirectForSession(session, returnPath, location, wasSignedIn.current);
  }, [session, path, returnPath, location]);
}

/** Redirects where the path does not fit the session. `wasSignedIn`: whether this page had a session before. */
export function redirectForSession(
  session: Session,
  returnPath: ReturnPath,
  location: PageLocation,
  wasSignedIn = false,
): void {
  const path = location.path();
  const area = areaOf(path);
  if (session.kind === 'signed-in') {
    if (area === 'sign-in' || area === 'start') location.navigate(returnPath.take(routes.doors), { replace: true });
    return;
  }
  if (area !== 'signed-in' && area !== 'start') return;
  // After an explicit sign-out, the next sign-in leads to the list.
  if (area === 'signed-in' && !(wasSignedIn && wasSignedOutByUser(session))) returnPath.remember(path);
  location.navigate(routes.phone, { replace: true });
}
