import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { CrashedPage, Loading, PlatformProvider, preloadAll, start } from '#app';
import type { LanguageCode } from '#i18n';
import type { Platform } from '#platform';
import { createSessionStore } from '#session';
import { createGalleryPlatform } from './gallery-platform.ts';
import { createGalleryServer, type GalleryServer } from './gallery-server.ts';
import { clearHistory, writeHistory } from './history.ts';
import type { GalleryState } from './state.ts';
import { takeSteps } from './take-steps.ts';
import { SARAH } from './tenants.ts';

/** Shows one state: the real app on its own platform. Resolves when the state is on screen. */
export async function showState(
  host: HTMLElement,
  state: GalleryState,
  browser: Platform,
  language: LanguageCode,
): Promise<void> {
  const { origin } = browser.location;
  const server = await createGalleryServer(state, origin);
  const { platform, hold } = createGalleryPlatform({ ...browser, languages: () => [language] }, state, server.fetch);
  await clearHistory(platform.device);
  const page = pageInPlaceOfTheApp(state);
  if (page !== undefined) createRoot(host).render(<PlatformProvider platform={platform}>{page}</PlatformProvider>);
  else {
    await signIn(state, server, platform);
    await server.applyReplies();
    platform.location.navigate(state.path, { replace: true });
    await preloadAll();
    await start(host, platform);
  }
  await takeSteps(state.steps ?? [], state.until, server.sentCode);
  hold();
}

/** The page of a state that no server response can cause; undefined for all other states. */
function pageInPlaceOfTheApp({ name }: GalleryState): ReactNode {
  switch (name) {
    case 'crashed/only':
      return <CrashedPage />;
    case 'no-messages/only':
      document.documentElement.dataset.start = 'lost';
      return null;
    case 'loading/only':
      return <Loading />;
    default:
      return undefined;
  }
}

/** Stores the session with which the state starts. */
async function signIn(state: GalleryState, server: GalleryServer, platform: Platform): Promise<void> {
  const { as, tenant: e164 = SARAH } = state;
  if (as === undefined) return;
  const { local, clock, location } = platform;
  const tenant = { apiBase: `${location.origin}/api/v2`, e164, id: 'user', name: 'Sarah Chen' };
  const phone = { country: 'US', national: e164.slice(2) };
  const sessions = createSessionStore(local, tenant.apiBase, {}, clock.now);
  const at = clock.now();
  const refuse = () => {
    const session = sessions.get();
    if (session.kind === 'signed-in') sessions.send({ type: 'rejected', credential: session.credential, at });
  };
  const enter = async () =>
    sessions.send({ type: 'signed-in', token: await server.signIn(e164), tenant, phone, accounts: 2, at });
  await enter();
  if (as !== 'signed-in') refuse();
  if (as === 'rejected-again') {
    await enter();
    refuse();
  }
  if (state.hasHistory) await writeHistory(platform.device, tenant, at);
}
