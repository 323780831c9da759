import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { navigate } from 'wouter/use-browser-location';
import { areaOf, routes } from '#routes';
import { type ReturnPath, type Session, useSession } from '#session';

/** Moves the person to where their session may be: to sign-in and back to the very same page after it. */
export function useSessionRoutes(returnPath: ReturnPath): void {
  const session = useSession();
  const [path] = useLocation();
  const wasSignedIn = useRef(false);

  useEffect(() => {
    // An effect that runs twice must not take the fallback for the path it came from.
    if (location.pathname !== path) return;
    if (session.kind === 'signed-in') wasSignedIn.current = true;
    goWhereTheyMayBe(session, path, returnPath, wasSignedIn.current);
  }, [session, path, returnPath]);
}

/** The same before anything shows, so that the first page that shows is the right one. */
export function settleAddress(session: Session, returnPath: ReturnPath): void {
  goWhereTheyMayBe(session, location.pathname, returnPath, false);
}

function goWhereTheyMayBe(session: Session, path: string, returnPath: ReturnPath, wasSignedIn: boolean): void {
  const area = areaOf(path);
  if (session.kind === 'signed-in') {
    if (area === 'sign-in' || area === 'start') navigate(returnPath.take(routes.doors), { replace: true });
    return;
  }
  if (area !== 'signed-in' && area !== 'start') return;
  if (area === 'signed-in' && !leftHere(session, wasSignedIn)) returnPath.remember(path);
  navigate(routes.phone, { replace: true });
}

/** Whoever left on purpose does not want to come back to the page they left from. */
function leftHere(session: Extract<Session, { kind: 'signed-out' }>, wasSignedIn: boolean): boolean {
  return wasSignedIn && (session.because === 'left' || session.because === 'switch-account');
}
