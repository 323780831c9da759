import { createRoot, type Root } from 'react-dom/client';
import { type ConfigResult, checkZones, loadConfig, type RuntimeConfig } from '#config';
import { setLocalePreferences } from '#i18n';
import { breathe, listen, type Platform } from '#platform';
import { loadSystem, type SystemDefinition } from '#systems';
import { showBrand } from '#ui';
import { endEarlyNotes } from './early-form.ts';
import { Revealed, showFirst } from './first-render.tsx';
import { followDevice } from './follow-device.ts';
import { setInitialLocale, setOfferedLocale } from './languages.ts';
import { configFaultPage } from './pages.ts';
import { PlatformProvider } from './platform-provider.tsx';
import { createServices, type Services } from './services.ts';
import { reloadForNewBuild } from './stale-build.ts';

/** Asking the platform about time zones takes longer than the rest of a start, and no first page tells a time. Ms. */
const ZONES_AFTER_MS = 1_000;

const CONFIG = `${import.meta.env.BASE_URL}config.json`;

type Fault = Exclude<ConfigResult, { kind: 'ok' }>;

/** Reads the configuration and shows the app on this platform, or what is wrong with it. */
export async function start(host: HTMLElement, platform: Platform): Promise<void> {
  setLocalePreferences(platform);
  let faultPage: Root | null = null;
  const show = async () => {
    // Beside each other: over a slow connection every wait is felt.
    const [result] = await Promise.all([loadConfig(CONFIG, window, platform), setInitialLocale(platform)]);
    if (result.kind !== 'ok') return showFault(result);
    const [system] = await Promise.all([loadSystem(result.config.system), dress(result.config, platform)]);
    const services = begin(result, system, platform);
    await breathe(platform.clock);
    // Their first page tells times; the sign-in does not, and is judged when it stands.
    const isSignedIn = services.sessions.get().kind === 'signed-in';
    const checked = isSignedIn ? await checkZones(result.config) : result;
    if (checked.kind !== 'ok') return showFault(checked);
    faultPage?.unmount();
    faultPage = null;
    const app = await showFirst(host, services);
    if (!isSignedIn) platform.clock.after(ZONES_AFTER_MS, () => void judgeZones(app, result.config).catch(() => {}));
  };
  const showFault = async (fault: Fault) => {
    await configFaultPage.load();
    faultPage ??= createRoot(host);
    endEarlyNotes();
    faultPage.render(
      <PlatformProvider platform={platform}>
        <Revealed>
          <configFaultPage.Page fault={fault} onRetry={() => void attempt()} />
        </Revealed>
      </PlatformProvider>,
    );
  };
  const judgeZones = async (app: Root, config: RuntimeConfig) => {
    const checked = await checkZones(config);
    if (checked.kind === 'ok') return;
    app.unmount();
    await showFault(checked);
  };
  const attempt = async () => {
    try {
      await show();
    } catch {
      // Not even the messages could be loaded. index.html has a text for this, in every language.
      document.documentElement.dataset.start = 'lost';
    }
  };
  await attempt();
}

/** What the operator chose, before anything is shown: a language that is offered, and the brand's colour. */
async function dress({ languages, brand }: RuntimeConfig, platform: Platform): Promise<void> {
  await Promise.all([
    setOfferedLocale(languages, platform),
    brand.accent === undefined ? null : showBrand(brand.accent),
  ]);
}

function begin(
  { config, answered }: Extract<ConfigResult, { kind: 'ok' }>,
  system: SystemDefinition,
  platform: Platform,
): Services {
  const services = createServices(config, system, platform);
  if (answered) services.serverClock.observe(answered.date, answered.sentAt, answered.receivedAt);
  // Before anything else that a return causes.
  platform.visibility.onReturn(() => followDevice(services));
  // Vite says so when a file of this build could not be loaded.
  listen(platform.device, ['vite:preloadError'], () => {
    if (platform.online.isOnline()) reloadForNewBuild(services, import.meta.url).catch(() => {});
  });
  return services;
}
