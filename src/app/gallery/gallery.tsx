import './gallery.css';
import { createRoot } from 'react-dom/client';
import { ALL_LANGUAGES, isLanguageCode, needWordsInside, speak } from '#i18n';
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
export async function showGallery(host: HTMLElement): Promise<void> {
  const wanted = new URLSearchParams(location.search);
  const theme = wanted.get('theme');
  if (theme === 'light' || theme === 'dark') await showTheme(theme);
  const language = wanted.get('language');
  await needWordsInside();
  await speak(isLanguageCode(language) ? language : (ALL_LANGUAGES[0] ?? 'en'));
  const name = ADDRESS.exec(location.pathname)?.[1];
  const state = galleryStates.find((known) => known.name === name);
  if (state) await stage(host, state);
  else {
    // For the styles that the screens bring along.
    await Promise.all([import('../signed-in.tsx'), import('../help-page.tsx')]);
    createRoot(host).render(<Components states={galleryStates} search={location.search} />);
  }
  await standStill();
  window.galleryTheme = showTheme;
  document.documentElement.dataset.gallery = 'ready';
}
