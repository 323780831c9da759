import { type ReactNode, startTransition, useLayoutEffect } from 'react';
import { createRoot, hydrateRoot, type Root } from 'react-dom/client';
import { SNAPSHOT_KEY } from '#boot';
import { getLocale } from '#i18n';
import { areaOf, routes } from '#routes';
import type { Session } from '#session';
import { hasDraft, type PreHydrationInput } from '#sign-in/page';
import { App } from './app.tsx';
import { prepareSignedInPages } from './pages.ts';
import { discardPreHydrationInput, readPreHydrationInput } from './pre-hydration-input.ts';
import type { Services } from './services.ts';
import { redirectForSession } from './session-redirect.ts';

/**
 * Renders the app for the first time: hydrates the prerendered page if it is the page to show, else replaces it. Both keep
 * what the person typed or submitted there.
 */
export async function renderApp(host: HTMLElement, services: Services): Promise<Root> {
  const session = services.sessions.get();
  const { location } = services.platform;
  redirectForSession(session, services.returnPath, location);
  // If it fails, for example without a network, the page itself shows the error.
  if (session.kind === 'signed-in' && areaOf(location.path()) === 'signed-in') {
    await prepareSignedInPages(services, session).catch(() => {});
  }
  if (session.kind === 'signed-out') services.platform.local.remove(SNAPSHOT_KEY);
  const hydrates = matchesPrerendered(host, services);
  const app = (
    <RemovePlaceholder>
      <App services={services} early={preHydrationInputFor(session, location.path(), hydrates)} hydrates={hydrates} />
    </RemovePlaceholder>
  );
  if (!hydrates) {
    const root = createRoot(host);
    root.render(app);
    return root;
  }
  // As a transition, so that React yields to input while it hydrates.
  return new Promise((resolve) => startTransition(() => resolve(hydrateRoot(host, app))));
}

/** The input at the prerendered form. Discards it and returns null when another page is to be shown. */
function preHydrationInputFor(session: Session, path: string, hydrates: boolean): PreHydrationInput | null {
  const isForm = session.kind === 'signed-out' && session.because !== 'rejected-again' && path === routes.phone;
  const early = isForm ? readPreHydrationInput(hydrates) : null;
  if (!early) discardPreHydrationInput();
  return early;
}

/** Removes the placeholder in the same commit in which its children appear. */
export function RemovePlaceholder({ children }: { readonly children: ReactNode }) {
  useLayoutEffect(() => {
    delete document.documentElement.dataset.start;
    document.getElementById('starting')?.remove();
  }, []);
  return children;
}

/** Whether the page to show is the prerendered one: sign-in in English, with no stored data of a person. */
function matchesPrerendered(host: HTMLElement, { sessions, platform }: Services): boolean {
  const session = sessions.get();
  return (
    host.firstElementChild !== null &&
    platform.location.path() === routes.phone &&
    getLocale().code === 'en' &&
    session.kind === 'signed-out' &&
    (session.because === 'never' || session.because === 'signed-out') &&
    session.phone === null &&
    !hasDraft(platform.local, platform.clock.now)
  );
}
