import { listen } from './listen.ts';

/** Whether the page is in view (Page Visibility). */
export type Visibility = {
  isVisible(): boolean;
  /** Calls back when the page comes into view again, out of the back-forward cache too; the answer unsubscribes. */
  onReturn(returned: () => void): () => void;
};

/** Whether a window is in view. */
export function createVisibility(page: Window): Visibility {
  const isVisible = () => page.document.visibilityState === 'visible';
  return {
    isVisible,
    onReturn(returned) {
      // False of a page that is shown for the first time; other events know nothing of it.
      const heard = ({ persisted }: Partial<PageTransitionEvent>) => {
        if (persisted !== false && isVisible()) returned();
      };
      const stops = [listen(page.document, ['visibilitychange'], heard), listen(page, ['focus', 'pageshow'], heard)];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
