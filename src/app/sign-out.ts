import { PICTURE } from '#boot';
import { tenantKey } from '#model';
import { routes } from '#routes';
import type { Services } from './services.ts';
import { servicesFor } from './signed-in-services.ts';

/**
 * Ends the session as the person asked, after giving unsent reports their last seconds. Pressed is pressed: whoever
 * closes or reloads the page meanwhile is signed out all the same, and the next page removes what this one could not.
 */
export async function signOut(services: Services, because: 'signed-out' | 'switch-account'): Promise<void> {
  const { clock, local, sessions, returnPath, system, windows, platform } = services;
  const session = sessions.get();
  if (session.kind !== 'signed-in') return;
  const leaving = { type: 'signed-out', because, at: clock.now() } as const;
  local.remove(PICTURE);
  sessions.persist(leaving);
  // On the help page they may not have been made yet, and then nothing would be removed.
  const { removeTraces, settle } = servicesFor(services);
  await removeTraces(session);
  await settle();
  // Best effort: here it is over in any case.
  await system.signOut?.(tenantKey(session.tenant)).catch(() => {});
  // Somebody else may have signed in meanwhile.
  if (sessions.get() === session) sessions.send(leaving);
  if (sessions.get().kind === 'signed-in') return;
  // In the same task: the guard must not take this for a page to come back to.
  returnPath.forget();
  windows.forget();
  platform.location.navigate(routes.phone, { replace: true });
}
