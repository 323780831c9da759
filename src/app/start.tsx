import { createRoot } from 'react-dom/client';
import { type ConfigResult, loadConfig, type RuntimeConfig } from '#config';
import { browserOnline, type JsonStore, localStore, systemClock, tabStore } from '#platform';
import { showBrand } from '#ui';
import { App } from './app.tsx';
import { ConfigFaultPage } from './config-fault-page.tsx';
import { speakFirst, speakOneOf } from './languages.ts';
import { NoWordsPage } from './no-words-page.tsx';
import { createServices, type Services } from './services.ts';
import { reloadForNewBuild } from './stale-build.ts';

/** Reads the configuration and shows the app, or what is wrong with it. */
export async function start(host: HTMLElement): Promise<void> {
  if (import.meta.env.GALLERY) {
    const { isGallery, showGallery } = await import('./gallery/gallery.tsx');
    if (isGallery(location.pathname)) return showGallery(host);
  }
  const root = createRoot(host);
  const store = localStore();
  const show = async () => {
    // Beside each other: over a slow connection every wait is felt.
    const [result] = await Promise.all([loadConfig(`${import.meta.env.BASE_URL}config.json`), speakFirst(store)]);
    if (result.kind === 'ok') await dress(result.config, store);
    root.render(result.kind === 'ok' ? <App services={begin(result)} /> : fault(result));
  };
  const fault = (result: Exclude<ConfigResult, { kind: 'ok' }>) => (
    <ConfigFaultPage fault={result} onRetry={() => void show().catch(() => {})} />
  );
  await show().catch(() => root.render(<NoWordsPage />));
}

/** What the operator chose, before anything is shown: a language that is offered, and the brand's colour. */
async function dress({ languages, brand }: RuntimeConfig, store: JsonStore): Promise<void> {
  await Promise.all([speakOneOf(languages, store), brand.accent === undefined ? null : showBrand(brand.accent)]);
}

function begin({ config, answered }: Extract<ConfigResult, { kind: 'ok' }>): Services {
  const services = createServices(config);
  if (answered) services.serverClock.observe(answered.date, answered.sentAt, answered.receivedAt);
  addEventListener('vite:preloadError', (event) => {
    const parts = { store: tabStore(), clock: systemClock, isOnline: browserOnline.isOnline };
    const reloads = reloadForNewBuild({ ...parts, isBusy: services.signedIn.isBusy, reload: () => location.reload() });
    if (reloads) event.preventDefault();
  });
  return services;
}
