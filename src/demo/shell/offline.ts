import { createListeners } from '#platform';

type TrustedTypes = {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): {
    createScriptURL(address: string): string;
  };
};

/** The offline copy of the demo on this device. */
export type OfflineCopy = {
  /** Whether a reload needs no network. */
  isComplete(): boolean;
  /** Returns a function that unsubscribes. */
  subscribe(changed: () => void): () => void;
};

/**
 * Registers the service worker that keeps an offline copy, where the browser allows it (https or localhost). A newer
 * build that was downloaded since the last visit takes effect now, with a reload.
 */
export function keepOfflineCopy(): OfflineCopy {
  const listeners = createListeners();
  const address = new URL('sw.js', location.href).href;
  let complete = false;

  if ('serviceWorker' in navigator) {
    const { serviceWorker } = navigator;
    // The origin may have the service worker of another product.
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

/** The Content-Security-Policy requires a Trusted Types policy for a script URL; its name can be used once. */
function trusted(address: string): string {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  return trustedTypes?.createPolicy('offline-copy', { createScriptURL: () => address }).createScriptURL('') ?? address;
}
