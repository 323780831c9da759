import { listen } from './listen.ts';

/** Page visibility. */
export type Visibility = {
  isVisible(): boolean;
  /** Calls back when the page becomes visible or is restored from the back-forward cache. Returns an unsubscribe function. */
  onReturn(returned: () => void): () => void;
};

export function createVisibility(page: Window): Visibility {
  const isVisible = () => page.document.visibilityState === 'visible';
  return {
    isVisible,
    onReturn(returned) {
      // `persisted` is false on the first `pageshow`, and undefined on the other events.
      const onEvent = ({ persisted }: Partial<PageTransitionEvent>) => {
        if (persisted !== false && isVisible()) returned();
      };
      const stops = [
        listen(page.document, ['visibilitychange'], onEvent),
        listen(page, ['focus', 'pageshow'], onEvent),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
