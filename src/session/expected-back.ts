import type { Session } from './session.ts';

/** Whether the same person is signed in or likely to sign in again, because their session expired. */
export function isExpectedBack(session: Session): boolean {
  return session.kind !== 'signed-out' || (session.phone !== null && session.because !== 'switch-account');
}
