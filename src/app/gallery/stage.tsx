import type { ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { RuntimeConfig } from '#config';
import { checkConfig } from '#config/check';
import type { Platform } from '#platform';
import { loadSystem } from '#systems';
import { App } from '../app.tsx';
import { ConfigFaultPage } from '../config-fault-page.tsx';
import { CrashedPage } from '../error-boundary.tsx';
import { Loading } from '../layout.tsx';
import { helpPage, lateFooter, loadInside, notFoundPage } from '../pages.ts';
import { PlatformProvider } from '../platform-provider.tsx';
import { createServices, type Services } from '../services.ts';
import { createGalleryPlatform } from './gallery-platform.ts';
import { forgetHistory, writeHistory } from './history.ts';
import { galleryConfig } from './sound-server.ts';
import type { GalleryState } from './state.ts';
import { takeSteps } from './take-steps.ts';

/** Shows one state: the real app on a platform of its own. */
export async function stage(host: HTMLElement, state: GalleryState, browser: Platform): Promise<void> {
  const { platform, hold } = createGalleryPlatform(browser, state);
  await forgetHistory(platform.device);
  const root = createRoot(host);
  const checked = checkConfig(JSON.stringify({ ...galleryConfig, ...state.config }));
  const page = pageInPlaceOfTheApp(state);
  if (page !== undefined) root.render(<PlatformProvider platform={platform}>{page}</PlatformProvider>);
  else if (checked.kind === 'ok') await showApp(root, state, checked.config, platform);
  else if (checked.kind === 'broken') {
    root.render(
      <PlatformProvider platform={platform}>
        <ConfigFaultPage fault={checked} onRetry={() => {}} />
      </PlatformProvider>,
    );
  }
  await takeSteps(state.steps ?? [], state.until);
  hold();
}

/** Pages of which there is one state each, and which no server can bring about; undefined where the app shows. */
function pageInPlaceOfTheApp({ name }: GalleryState): ReactNode {
  switch (name) {
    case 'config/missing':
      return <ConfigFaultPage fault={{ kind: 'missing', status: 503 }} onRetry={() => {}} />;
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

async function showApp(root: Root, state: GalleryState, config: RuntimeConfig, platform: Platform): Promise<void> {
  const services = createServices(config, await loadSystem(config.system), platform);
  const tenant = { apiBase: services.apiBase, e164: '+13035550101', id: 'u', name: 'Ada' };
  const phone = { country: 'US', national: '(303) 555-0101' };
  const signIn = (token: string, at: number) =>
    services.sessions.send({ type: 'signed-in', token, tenant, phone, accounts: 2, at });
  const refuse = () => {
    const session = services.sessions.get();
    if (session.kind === 'signed-in') services.actions.endSession(session.credential);
  };
  const now = platform.clock.now();
  if (state.as !== undefined) signIn('1|gallery', now);
  if (state.as === 'expired' || state.as === 'rejected-again') refuse();
  if (state.as === 'rejected-again') {
    signIn('2|gallery', now);
    refuse();
  }
  if (state.hasHistory) await writeHistory(platform.device, tenant, now);
  await loadAll(services);
  platform.location.navigate(state.path, { replace: true });
  root.render(<App services={services} />);
}

/** All that comes late otherwise, so that a state is complete once it is reached. */
async function loadAll(services: Services): Promise<void> {
  await Promise.all([loadInside(services), lateFooter.preload(), helpPage.load(), notFoundPage.load()]);
}
