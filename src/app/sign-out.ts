import { navigate } from 'wouter/use-browser-location';
import { PICTURE } from '#boot';
import { NAMES_TO_REMOVE } from './owed.ts';
import type { Services } from './services.ts';
import { servicesFor } from './signed-in-services.ts';

/**
 * Ends the session as the person asked, after giving unsent reports their last seconds. Pressed is pressed: whoever
 * closes or reloads the page meanwhile is signed out all the same, and the next page removes what this one could not.
 */
export async function signOut(services: Services, because: 'left' | 'switch-account'): Promise<void> {
  const { sessions, signedIn, returnPath, local } = services;
  const session = sessions.get();
  if (session.kind === 'signed-out') return;
  const leaving = { type: 'left', because } as const;
  local.set(NAMES_TO_REMOVE, true);
  local.remove(PICTURE);
  sessions.foretell(leaving);
  // On the help page they may not have been made yet, and then nothing would be removed.
  servicesFor(services);
  await signedIn.scrub(session);
  await signedIn.settle();
  // It may have ended by itself meanwhile, or somebody else may have signed in.
  if (sessions.get() === session) {
    sessions.send(leaving);
    // In the same task: the guard must not take this for a page to come back to.
    returnPath.forget();
    navigate('/sign-in', { replace: true });
  }
  // It stands until the removal is confirmed: the next page goes on with it.
  if (await signedIn.scrub(session)) local.remove(NAMES_TO_REMOVE);
}
