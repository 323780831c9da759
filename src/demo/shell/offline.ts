import { createListeners } from '#platform';

type TrustedTypes = {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): {
    createScriptURL(address: string): string;
  };
};

/** Whether the demo has all of itself on this device: from then on a reload needs no network. */
export type OfflineCopy = {
  isComplete(): boolean;
  /** The answer unsubscribes. */
  subscribe(changed: () => void): () => void;
};

/**
 * Keeps a copy of the demo on the device, where the browser lets it (https, or this very machine). A newer build that
 * was fetched since the last visit takes over now, at the beginning, by a reload.
 */
export function keepOfflineCopy(): OfflineCopy {
  const listeners = createListeners();
  const address = new URL('sw.js', location.href).href;
  let complete = false;

  if ('serviceWorker' in navigator) {
    const { serviceWorker } = navigator;
    // Another product's may look after this origin as well.
    const isOurs = () => serviceWorker.controller?.scriptURL === address;
    complete = isOurs();
    serviceWorker.addEventListener('controllerchange', () => {
      if (complete) return location.reload();
      complete = isOurs();
      listeners.notify();
    });
    serviceWorker
      .register(trusted(address))
      .then(({ waiting }) => waiting?.postMessage('take over'))
      .catch(() => {});
  }
  return {
    isComplete: () => complete,
    subscribe: listeners.subscribe,
  };
}

/** The page's Content-Security-Policy lets no text become a script's address but by this policy, made once. */
function trusted(address: string): string {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  return trustedTypes?.createPolicy('offline-copy', { createScriptURL: () => address }).createScriptURL('') ?? address;
}
