import { type Clock, yieldToMain } from '#platform';

export type Theme = 'light' | 'dark';

declare global {
  interface Window {
    /** Changes the theme without a reload. Resolves when it is on screen. */
    galleryTheme?: (theme: Theme) => Promise<void>;
  }
}

/** Sets the theme. Resolves when all transitions have ended. */
export function showTheme(theme: Theme, clock: Clock): Promise<void> {
  document.documentElement.style.colorScheme = theme;
  return finishAnimations(clock);
}

/** Finishes all animations, and pauses infinite animations at their start. */
export async function finishAnimations(clock: Clock): Promise<void> {
  await yieldToMain(clock);
  for (const animation of document.getAnimations()) {
    if (animation.effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY) {
      animation.pause();
      animation.currentTime = 0;
    } else animation.finish();
  }
}
