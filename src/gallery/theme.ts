import { type Clock, yieldToMain } from '#platform';

export type Theme = 'light' | 'dark';

declare global {
  interface Window {
    /** Shows the same page in another theme, without a reload. Resolves when it is on screen. */
    galleryTheme?: (theme: Theme) => Promise<void>;
  }
}

/** Shows the page in a theme. Resolves when no colour is in transition any more. */
export function showTheme(theme: Theme, clock: Clock): Promise<void> {
  document.documentElement.style.colorScheme = theme;
  return finishAnimations(clock);
}

/** Resolves once the page is drawn: each animation is at its end, and each endless one is paused at its start. */
export async function finishAnimations(clock: Clock): Promise<void> {
  await yieldToMain(clock);
  for (const motion of document.getAnimations()) {
    if (motion.effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY) {
      motion.pause();
      motion.currentTime = 0;
    } else motion.finish();
  }
}
