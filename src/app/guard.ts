import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { navigate } from 'wouter/use-browser-location';
import { type ReturnPath, type Session, useSession, wasLeft } from '#session';

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
  if (session.kind === 'signed-in') {
    if (isSignIn(path) || path === '/') navigate(returnPath.take('/doors'), { replace: true });
    return;
  }
  if (isSignIn(path)) return;
  if (isBehindSignIn(path) && !(wasSignedIn && wasLeft(session))) returnPath.remember(path);
  if (isBehindSignIn(path) || path === '/') navigate('/sign-in', { replace: true });
}

function isSignIn(path: string): boolean {
  return path === '/sign-in' || path.startsWith('/sign-in/');
}

/** Whether this address is of use only to somebody who is signed in. */
export function isBehindSignIn(path: string): boolean {
  return path === '/doors' || path.startsWith('/doors/') || path === '/activity';
}
