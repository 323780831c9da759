import './gallery.css';
import { createRoot } from 'react-dom/client';
import { PlatformProvider, preloadAll } from '#app';
import { ALL_LANGUAGES, isLanguageCode, loadSignedInMessages, setLocale, setLocalePreferences } from '#i18n';
import type { Platform } from '#platform';
import { Components } from './components.tsx';
import { stage } from './stage.tsx';
import { galleryStates } from './states.ts';
import { finishAnimations, showTheme } from './theme.ts';

/** Address of the gallery, in development and in the build that tests use; no other build has it. */
const ADDRESS = /\/__gallery(?:\/([\w-]+\/[\w-]+))?\/?$/;

/** Whether this path belongs to the gallery. */
export function isGallery(path: string): boolean {
  return ADDRESS.test(path);
}

/**
 * The gallery: every component on one page, and every screen in every state on a page of its own. `?theme=light|dark`
 * and `?language=…` show it that way; `galleryTheme()` changes the theme without a reload. `data-gallery="ready"` on the
 * document says that the state is reached.
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
  // The request of the boot script is for the configuration of the real app.
  window.earlyConfig = undefined;
  const name = ADDRESS.exec(location.path())?.[1];
  const state = galleryStates.find((known) => known.name === name);
  if (state) await stage(host, state, platform, language);
  else {
    // The screens bring styles with them.
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
