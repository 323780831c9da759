import type { Session } from './session.ts';

/** Whether the same person is expected back: it goes on, or it ended by itself and they will sign in again. */
export function isExpectedBack(session: Session): boolean {
  return session.kind !== 'signed-out' || (session.phone !== null && session.because !== 'switch-account');
}
