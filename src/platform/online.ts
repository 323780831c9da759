/** Whether the device has any network at all. `true` promises nothing about the server; `false` is certain. */
export type OnlineState = {
  isOnline(): boolean;
  /** Calls back on every change; the answer unsubscribes. */
  subscribe(changed: () => void): () => void;
};

export const browserOnline: OnlineState = {
  isOnline: () => navigator.onLine !== false,
  subscribe(changed) {
    addEventListener('online', changed);
    addEventListener('offline', changed);
    return () => {
      removeEventListener('online', changed);
      removeEventListener('offline', changed);
    };
  },
};
