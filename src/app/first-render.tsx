import { type ReactNode, startTransition, useLayoutEffect } from 'react';
import { createRoot, hydrateRoot, type Root } from 'react-dom/client';
import { PICTURE } from '#boot';
import { getLocale } from '#i18n';
import { areaOf, routes } from '#routes';
import type { Session } from '#session';
import { type EarlyForm, hasDraft } from '#sign-in/page';
import { App } from './app.tsx';
import { earlyForm, endEarlyNotes } from './early-form.ts';
import { settleAddress } from './guard.ts';
import { openInside } from './pages.ts';
import type { Services } from './services.ts';

/**
 * Shows the app for the first time: takes over the prerendered page where it is what this person gets, and replaces it in
 * one go where it is not. Either way nothing that they typed or pressed there is lost.
 */
export async function showFirst(host: HTMLElement, services: Services): Promise<Root> {
  const session = services.sessions.get();
  const { location } = services.platform;
  settleAddress(session, services.returnPath, location);
  // Without a network the page itself says so, in place.
  if (session.kind === 'signed-in' && areaOf(location.path()) === 'signed-in') {
    await openInside(services, session).catch(() => {});
  }
  if (session.kind === 'signed-out') services.local.remove(PICTURE);
  const takesOver = isAsPrerendered(host, services);
  const app = (
    <Revealed>
      <App services={services} early={earlyOf(session, location.path(), takesOver)} takesOver={takesOver} />
    </Revealed>
  );
  if (!takesOver) {
    const root = createRoot(host);
    root.render(app);
    return root;
  }
  // As a transition it is done in small pieces, and whoever types meanwhile is not kept waiting.
  return new Promise((resolve) => startTransition(() => resolve(hydrateRoot(host, app))));
}

/** What was done at the prerendered form, if the form is what comes now. */
function earlyOf(session: Session, path: string, takesOver: boolean): EarlyForm | null {
  const isForm = session.kind === 'signed-out' && session.because !== 'rejected-again' && path === routes.phone;
  const early = isForm ? earlyForm(takesOver) : null;
  if (!early) endEarlyNotes();
  return early;
}

/** What showed until now goes in the very moment in which the app shows. */
export function Revealed({ children }: { readonly children: ReactNode }) {
  useLayoutEffect(() => {
    delete document.documentElement.dataset.start;
    document.getElementById('starting')?.remove();
  }, []);
  return children;
}

/** The sign-in of somebody of whom this device knows nothing yet, in English. */
function isAsPrerendered(host: HTMLElement, { sessions, local, clock, platform }: Services): boolean {
  const session = sessions.get();
  return (
    host.firstElementChild !== null &&
    platform.location.path() === routes.phone &&
    getLocale().code === 'en' &&
    session.kind === 'signed-out' &&
    (session.because === 'never' || session.because === 'signed-out') &&
    session.phone === null &&
    !hasDraft(local, clock.now)
  );
}
