import { listen } from './listen.ts';

/** Whether the device has a network. Only `false` is reliable. */
export type OnlineState = {
  isOnline(): boolean;
  /** Calls back on every change. Returns an unsubscribe function. */
  subscribe(changed: () => void): () => void;
};

export function createOnlineState(page: Window): OnlineState {
  return {
    isOnline: () => page.navigator.onLine !== false,
    subscribe: (changed) => listen(page, ['online', 'offline'], changed),
  };
}
