import { navigate } from 'wouter/use-browser-location';
import type { JsonStore } from '#platform';
import type { Services } from './services.ts';

/** Stand while what a tenant left on this device may still be there: names of doors in the journal, and the doors themselves. */
const NAMES = 'names-to-remove';
export const DOORS_TO_FORGET = 'doors-to-forget';

/**
 * Ends the session as the person asked, after giving unsent reports their last seconds. Pressed is pressed: whoever
 * closes or reloads the page meanwhile is signed out all the same, and the next page removes what this one could not.
 */
export async function signOut(services: Services, because: 'left' | 'switch-account'): Promise<void> {
  const { sessions, signedIn, returnPath, local } = services;
  const session = sessions.get();
  if (session.kind === 'signed-out') return;
  const leaving = { type: 'left', because } as const;
  local.set(NAMES, true);
  sessions.foretell(leaving);
  await signedIn.scrub(session);
  await signedIn.settle();
  // It may have ended by itself meanwhile, or somebody else may have signed in.
  if (sessions.get() === session) {
    sessions.send(leaving);
    // In the same task: the guard must not take this for a page to come back to.
    returnPath.forget();
    navigate('/sign-in', { replace: true });
    await signedIn.scrub(session);
  }
  local.remove(NAMES);
}

/** Whether a page went before it had removed what its tenant left. */
export function owesRemoval(local: JsonStore): boolean {
  return local.get(NAMES) === true || local.get(DOORS_TO_FORGET) === true;
}

/** Removes what an earlier page left of whoever had signed out there. Needs the parts behind sign-in. */
export async function removeOwed({ sessions, local, signedIn }: Services): Promise<void> {
  // Whoever has signed in meanwhile has had the names of all others removed by that.
  if (sessions.get().kind === 'signed-out' && local.get(NAMES) === true) await signedIn.scrub(null);
  local.remove(NAMES);
}
