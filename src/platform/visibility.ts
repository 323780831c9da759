/** Whether the page is in view (Page Visibility). */
export const browserVisibility = {
  isVisible: (): boolean => document.visibilityState === 'visible',
  /** Calls back when the page comes into view again, out of the back-forward cache too; the answer unsubscribes. */
  onReturn(returned: () => void): () => void {
    const listen = () => {
      if (document.visibilityState === 'visible') returned();
    };
    const show = ({ persisted }: PageTransitionEvent) => {
      if (persisted) listen();
    };
    document.addEventListener('visibilitychange', listen);
    addEventListener('focus', listen);
    addEventListener('pageshow', show);
    return () => {
      document.removeEventListener('visibilitychange', listen);
      removeEventListener('focus', listen);
      removeEventListener('pageshow', show);
    };
  },
};
