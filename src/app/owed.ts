import type { JsonStore } from '#platform';
import type { Services } from './services.ts';

/** Stand while what a tenant left on this device may still be there: names of doors in the journal, and the doors themselves. */
export const NAMES_TO_REMOVE = 'names-to-remove';
export const DOORS_TO_FORGET = 'doors-to-forget';

/** Whether a page went before it had removed what its tenant left. */
export function owesRemoval(local: JsonStore): boolean {
  return local.get(NAMES_TO_REMOVE) === true || local.get(DOORS_TO_FORGET) === true;
}

/** Removes what an earlier page left of whoever had signed out there. Needs the parts behind sign-in. */
export async function removeOwed({ sessions, local, signedIn }: Services): Promise<void> {
  // Whoever has signed in meanwhile has had the names of all others removed by that.
  const isSignedOut = sessions.get().kind === 'signed-out' && local.get(NAMES_TO_REMOVE) === true;
  // It stands until the removal is confirmed.
  if (!isSignedOut || (await signedIn.scrub(null))) local.remove(NAMES_TO_REMOVE);
}
