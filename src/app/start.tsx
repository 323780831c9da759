import { createRoot, type Root } from 'react-dom/client';
import { applyLook, LOOK_KEY } from '#boot';
import { type ConfigResult, checkZones, loadConfig, type RuntimeConfig } from '#config';
import { setLocalePreferences } from '#i18n';
import { listen, type Platform, yieldToMain } from '#platform';
import { loadSystem, type SystemDefinition } from '#systems';
import { showBrand } from '#ui';
import { ensureCurrentSession } from './current-session.ts';
import { setInitialLocale, setOfferedLocale } from './languages.ts';
import { configFaultPage } from './pages.ts';
import { PlatformProvider } from './platform-provider.tsx';
import { discardPreHydrationInput } from './pre-hydration-input.ts';
import { RemovePlaceholder, renderApp } from './render-app.tsx';
import { createServices, type Services } from './services.ts';
import { reloadForNewBuild } from './stale-build.ts';

/** Delay of the time zone check, which takes longer than the rest of a start and is not needed for sign-in. Ms. */
const ZONE_CHECK_DELAY_MS = 1_000;

const CONFIG = `${import.meta.env.BASE_URL}config.json`;

type Fault = Exclude<ConfigResult, { kind: 'ok' }>;

/** Reads the configuration and renders the app, or the faults of the configuration. */
export async function start(host: HTMLElement, platform: Platform): Promise<void> {
  setLocalePreferences(platform);
  // In development there is no boot script.
  if (import.meta.env.DEV) applyLook(platform.local.get(LOOK_KEY));
  let faultPage: Root | null = null;
  const show = async () => {
    const [result] = await Promise.all([loadConfig(CONFIG, window, platform), setInitialLocale(platform)]);
    if (result.kind !== 'ok') return showFault(result);
    const [system] = await Promise.all([loadSystem(result.config.system), applyBranding(result.config, platform)]);
    const services = startServices(result, system, platform);
    await yieldToMain(platform.clock);
    // Signed-in pages show times, so the time zones are checked before they are rendered.
    const isSignedIn = services.sessions.get().kind === 'signed-in';
    const checked = isSignedIn ? await checkZones(result.config) : result;
    if (checked.kind !== 'ok') return showFault(checked);
    faultPage?.unmount();
    faultPage = null;
    const app = await renderApp(host, services);
    if (!isSignedIn)
      platform.clock.after(ZONE_CHECK_DELAY_MS, () => void checkZonesAfterRender(app, result.config).catch(() => {}));
  };
  const showFault = async (fault: Fault) => {
    await configFaultPage.load();
    faultPage ??= createRoot(host);
    discardPreHydrationInput();
    faultPage.render(
      <PlatformProvider platform={platform}>
        <RemovePlaceholder>
          <configFaultPage.Page fault={fault} onRetry={() => void attempt()} />
        </RemovePlaceholder>
      </PlatformProvider>,
    );
  };
  const checkZonesAfterRender = async (app: Root, config: RuntimeConfig) => {
    const checked = await checkZones(config);
    if (checked.kind === 'ok') return;
    app.unmount();
    await showFault(checked);
  };
  const attempt = async () => {
    try {
      await show();
    } catch {
      // The messages of the error page could not be loaded. index.html contains an error text in every language.
      document.documentElement.dataset.start = 'lost';
    }
  };
  await attempt();
}

/** Applies the operator's languages and accent colour. */
async function applyBranding({ languages, brand }: RuntimeConfig, platform: Platform): Promise<void> {
  await Promise.all([
    setOfferedLocale(languages, platform),
    brand.accent === undefined ? null : showBrand(brand.accent),
  ]);
}

function startServices(
  { config, answered }: Extract<ConfigResult, { kind: 'ok' }>,
  system: SystemDefinition,
  platform: Platform,
): Services {
  const services = createServices(config, system, platform);
  if (answered) services.serverClock.observe(answered.date, answered.sentAt, answered.receivedAt);
  // Must be the first subscriber, because it may reload the page.
  platform.visibility.onReturn(() => ensureCurrentSession(services));
  // Fired by Vite when a file of this build could not be loaded.
  listen(platform.device, ['vite:preloadError'], () => {
    if (platform.online.isOnline()) reloadForNewBuild(services, import.meta.url).catch(() => {});
  });
  return services;
}
