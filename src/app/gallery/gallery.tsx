import './gallery.css';
import { createRoot } from 'react-dom/client';
import { ALL_LANGUAGES, isLanguageCode, loadSignedInMessages, setLocale } from '#i18n';
import type { Platform } from '#platform';
import { PlatformProvider } from '../platform-provider.tsx';
import { Components } from './components.tsx';
import { stage } from './stage.tsx';
import { galleryStates } from './states.ts';
import { showTheme, standStill } from './theme.ts';

/** Where the gallery is, in development and in the build that tests use; no other build has it. */
const ADDRESS = /\/__gallery(?:\/([\w-]+\/[\w-]+))?\/?$/;

/** Whether this address belongs to the gallery. */
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
  const wanted = new URLSearchParams(search);
  const theme = wanted.get('theme');
  if (theme === 'light' || theme === 'dark') await showTheme(theme, clock);
  const language = wanted.get('language');
  await loadSignedInMessages();
  await setLocale(isLanguageCode(language) ? language : (ALL_LANGUAGES[0] ?? 'en'));
  const name = ADDRESS.exec(location.path())?.[1];
  const state = galleryStates.find((known) => known.name === name);
  if (state) await stage(host, state, platform);
  else {
    // For the styles that the screens bring along.
    await Promise.all([import('../signed-in.tsx'), import('../help-page.tsx')]);
    createRoot(host).render(
      <PlatformProvider platform={platform}>
        <Components states={galleryStates} search={search} />
      </PlatformProvider>,
    );
  }
  await standStill(clock);
  window.galleryTheme = (next) => showTheme(next, clock);
  document.documentElement.dataset.gallery = 'ready';
}
