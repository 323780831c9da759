import { useEffect, useRef } from 'react';
import type { PageLocation } from '#platform';
import { usePath } from '#router';
import { areaOf, routes } from '#routes';
import { type ReturnPath, type Session, useSession, wasSignedOutByUser } from '#session';

/** Moves the person to where their session may be: to sign-in and back to the very same page after it. */
export function useSessionRoutes(returnPath: ReturnPath, location: PageLocation): void {
  const session = useSession();
  const path = usePath();
  const wasSignedIn = useRef(false);

  useEffect(() => {
    // An effect that runs twice must not take the fallback for the path it came from.
    if (location.path() !== path) return;
    if (session.kind === 'signed-in') wasSignedIn.current = true;
    goWhereTheyMayBe(session, location, returnPath, wasSignedIn.current);
  }, [session, path, returnPath, location]);
}

/** The same before anything shows, so that the first page that shows is the right one. */
export function settleAddress(session: Session, returnPath: ReturnPath, location: PageLocation): void {
  goWhereTheyMayBe(session, location, returnPath, false);
}

function goWhereTheyMayBe(
  session: Session,
  location: PageLocation,
  returnPath: ReturnPath,
  wasSignedIn: boolean,
): void {
  const path = location.path();
  const area = areaOf(path);
  if (session.kind === 'signed-in') {
    if (area === 'sign-in' || area === 'start') location.navigate(returnPath.take(routes.doors), { replace: true });
    return;
  }
  if (area !== 'signed-in' && area !== 'start') return;
  // Whoever left on purpose does not want to come back to the page they left from.
  if (area === 'signed-in' && !(wasSignedIn && wasSignedOutByUser(session))) returnPath.remember(path);
  location.navigate(routes.phone, { replace: true });
}
