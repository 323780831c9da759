import { SNAPSHOT_KEY } from '#boot';
import { tenantKey } from '#model';
import { routes } from '#routes';
import type { Services } from './services.ts';
import { servicesFor } from './signed-in-services.ts';

/**
 * Ends the session at the person's request, after a last attempt to send reports. If the page is closed or reloaded before
 * that, the next page starts signed out and finishes the cleanup.
 */
export async function signOut(services: Services, because: 'signed-out' | 'switch-account'): Promise<void> {
  const { sessions, returnPath, system, windows, platform } = services;
  const session = sessions.get();
  if (session.kind !== 'signed-in') return;
  const event = { type: 'signed-out', because, at: platform.clock.now() } as const;
  platform.local.remove(SNAPSHOT_KEY);
  sessions.persist(event);
  // Creates the services if only the help page was shown, which does not need them.
  const { removeTenantData, flushReports } = servicesFor(services);
  await removeTenantData(session);
  await flushReports();
  // Best effort: the local session ends in any case.
  await system.signOut?.(tenantKey(session.tenant)).catch(() => {});
  // Another tab may have signed in by now.
  if (sessions.get() === session) sessions.send(event);
  if (sessions.get().kind === 'signed-in') return;
  // In the same task, so that the redirect does not remember this page as the return path.
  returnPath.forget();
  windows.forget();
  platform.location.navigate(routes.phone, { replace: true });
}
