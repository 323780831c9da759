import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { type ReturnPath, type Session, useSession } from '#session';

/** Moves the person to where their session may be: to sign-in and back to the very same page after it. */
export function useSessionRoutes(returnPath: ReturnPath): void {
  const session = useSession();
  const [path, navigate] = useLocation();
  const wasSignedIn = useRef(false);

  useEffect(() => {
    // An effect that runs twice must not take the fallback for the path it came from.
    if (location.pathname !== path) return;
    if (session.kind === 'signed-in') {
      wasSignedIn.current = true;
      if (isSignIn(path) || path === '/') navigate(returnPath.take('/doors'), { replace: true });
      return;
    }
    if (isSignIn(path)) return;
    if (isBehindSignIn(path) && !leftHere(session, wasSignedIn.current)) returnPath.remember(path);
    if (isBehindSignIn(path) || path === '/') navigate('/sign-in', { replace: true });
  }, [session, path, navigate, returnPath]);
}

/** Whoever left on purpose does not want to come back to the page they left from. */
function leftHere(session: Extract<Session, { kind: 'signed-out' }>, wasSignedIn: boolean): boolean {
  return wasSignedIn && (session.because === 'left' || session.because === 'switch-account');
}

function isSignIn(path: string): boolean {
  return path === '/sign-in' || path.startsWith('/sign-in/');
}

function isBehindSignIn(path: string): boolean {
  return path === '/doors' || path.startsWith('/doors/') || path === '/activity';
}
