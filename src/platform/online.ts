/** Whether the device has any network at all. `true` promises nothing about the server; `false` is certain. */
export type OnlineState = {
  isOnline(): boolean;
  /** Calls back on every change; the answer unsubscribes. */
  subscribe(changed: () => void): () => void;
};

/** What a window knows of the network. */
export function createOnlineState(page: Window): OnlineState {
  return {
    isOnline: () => page.navigator.onLine !== false,
    subscribe(changed) {
      page.addEventListener('online', changed);
      page.addEventListener('offline', changed);
      return () => {
        page.removeEventListener('online', changed);
        page.removeEventListener('offline', changed);
      };
    },
  };
}
