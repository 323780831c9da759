/** Whether the page is in view (Page Visibility). */
export type Visibility = {
  isVisible(): boolean;
  /** Calls back when the page comes into view again, out of the back-forward cache too; the answer unsubscribes. */
  onReturn(returned: () => void): () => void;
};

/** Whether a window is in view. */
export function createVisibility(page: Window): Visibility {
  const { document } = page;
  const isVisible = () => document.visibilityState === 'visible';
  return {
    isVisible,
    onReturn(returned) {
      const listen = () => {
        if (isVisible()) returned();
      };
      const show = ({ persisted }: PageTransitionEvent) => {
        if (persisted) listen();
      };
      document.addEventListener('visibilitychange', listen);
      page.addEventListener('focus', listen);
      page.addEventListener('pageshow', show);
      return () => {
        document.removeEventListener('visibilitychange', listen);
        page.removeEventListener('focus', listen);
        page.removeEventListener('pageshow', show);
      };
    },
  };
}
