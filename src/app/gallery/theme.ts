import { breathe, type Clock } from '#platform';

export type Theme = 'light' | 'dark';

declare global {
  interface Window {
    /** Shows the same page in another theme, without a reload. Ends when that is on screen. */
    galleryTheme?: (theme: Theme) => Promise<void>;
  }
}

/** Shows the page in a theme. Ends when no colour on it is between two themes any more. */
export function showTheme(theme: Theme, clock: Clock): Promise<void> {
  document.documentElement.style.colorScheme = theme;
  return standStill(clock);
}

/** Ends once the page is drawn: what moves to a place is there, and what moves for ever rests where it begins. */
export async function standStill(clock: Clock): Promise<void> {
  await breathe(clock);
  for (const motion of document.getAnimations()) {
    if (motion.effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY) {
      motion.pause();
      motion.currentTime = 0;
    } else motion.finish();
  }
}
