import './gallery.css';
import { createRoot } from 'react-dom/client';
import { PlatformProvider, preloadAll } from '#app';
import { ALL_LANGUAGES, isLanguageCode, loadSignedInMessages, setLocale, setLocalePreferences } from '#i18n';
import type { Platform } from '#platform';
import { Components } from './components.tsx';
import { showState } from './show-state.tsx';
import { galleryStates } from './states.ts';
import { finishAnimations, showTheme } from './theme.ts';

/** Path of the gallery, which only development and the gallery build have. */
const ADDRESS = /\/__gallery(?:\/([\w-]+\/[\w-]+))?\/?$/;

/** Whether this path belongs to the gallery. */
export function isGallery(path: string): boolean {
  return ADDRESS.test(path);
}

/**
 * Shows all components on one page, or one screen in one state. `?theme=light|dark` and `?language=…` select theme and
 * language; `galleryTheme()` changes the theme without a reload. `data-gallery="ready"` on the document marks that the
 * state is on screen.
 */
export async function showGallery(host: HTMLElement, platform: Platform): Promise<void> {
  const { clock, location } = platform;
  const { search } = new URL(location.href());
  const parameters = new URLSearchParams(search);
  const theme = parameters.get('theme');
  if (theme === 'light' || theme === 'dark') await showTheme(theme, clock);
  const wanted = parameters.get('language');
  const language = isLanguageCode(wanted) ? wanted : (ALL_LANGUAGES[0] ?? 'en');
  setLocalePreferences(platform);
  await loadSignedInMessages();
  await setLocale(language);
  // Discards the configuration of the real app, which the boot script has requested.
  window.earlyConfig = undefined;
  const name = ADDRESS.exec(location.path())?.[1];
  const state = galleryStates.find((known) => known.name === name);
  if (state) await showState(host, state, platform, language);
  else {
    // Loads the styles of all screens.
    await preloadAll();
    createRoot(host).render(
      <PlatformProvider platform={platform}>
        <Components states={galleryStates} search={search} />
      </PlatformProvider>,
    );
  }
  await finishAnimations(clock);
  window.galleryTheme = (next) => showTheme(next, clock);
  document.documentElement.dataset.gallery = 'ready';
}
