/** Whether the page is in view (Page Visibility). */
export const browserVisibility = {
  isVisible: (): boolean => document.visibilityState === 'visible',
  /** Calls back when the page comes into view again; the answer unsubscribes. */
  onReturn(returned: () => void): () => void {
    const listen = () => {
      if (document.visibilityState === 'visible') returned();
    };
    document.addEventListener('visibilitychange', listen);
    addEventListener('focus', listen);
    return () => {
      document.removeEventListener('visibilitychange', listen);
      removeEventListener('focus', listen);
    };
  },
};
