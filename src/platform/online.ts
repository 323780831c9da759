import { listen } from './listen.ts';

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
    subscribe: (changed) => listen(page, ['online', 'offline'], changed),
  };
}
