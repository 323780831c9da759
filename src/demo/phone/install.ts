import type { Phone } from './phone.ts';
import { phoneTimers } from './timers.ts';

type PhoneWindow = Window & typeof globalThis;

declare global {
  interface Window {
    /** Where the app in the frame takes itself to be: the build of the demo reads this in place of `location.pathname`. */
    phonePlace?: { readonly path: string };
  }
}

/**
 * Makes a window the phone's: its network, its time, its storage, its messages and its address bar, in place of the
 * browser's. Before any of the app is loaded, which knows nothing of it.
 */
export function install(phone: Phone, page: PhoneWindow): void {
  const put = (target: object, name: string, value: unknown) =>
    Object.defineProperty(target, name, { configurable: true, writable: true, value });

  // Nothing reaches the device's own: another app of this origin may keep its things there.
  put(page, 'localStorage', phone.localStorage);
  put(page, 'sessionStorage', phone.sessionStorage);
  put(page, 'indexedDB', undefined);
  put(page, 'BroadcastChannel', undefined);
  put(page.navigator, 'locks', undefined);

  const timers = phoneTimers(phone.time, page);
  for (const [name, value] of Object.entries(timers.globals)) put(page, name, value);
  // A page that has gone must not go on living in the demo's time.
  page.addEventListener('pagehide', timers.stop);

  put(page, 'fetch', phone.radio.fetch);
  Object.defineProperty(page.navigator, 'onLine', { configurable: true, get: phone.radio.isOnline });
  let wasOnline = phone.radio.isOnline();
  const unsubscribe = phone.radio.subscribe(() => {
    if (phone.radio.isOnline() === wasOnline) return;
    wasOnline = phone.radio.isOnline();
    page.dispatchEvent(new page.Event(wasOnline ? 'online' : 'offline'));
  });
  page.addEventListener('pagehide', unsubscribe);

  put(page, 'OTPCredential', class {});
  put(page.navigator, 'credentials', {
    get: async ({ signal }: { readonly signal?: AbortSignal }) => ({ code: await phone.awaitCode(signal) }),
  });

  keepPlaceInHash(page, put);
  page.addEventListener('click', (event) => leaveByLink(event, phone, page), true);
  page.addEventListener('auxclick', (event) => event.preventDefault(), true);
}

/**
 * The app's addresses stand behind the `#`: any file server has the page then, under any path, and a reload finds it.
 */
function keepPlaceInHash(page: PhoneWindow, put: (target: object, name: string, value: unknown) => void): void {
  page.phonePlace = {
    get path() {
      return page.location.hash.slice(1).split('?')[0] || '/';
    },
  };
  for (const name of ['pushState', 'replaceState'] as const) {
    const original = page.history[name].bind(page.history);
    put(page.history, name, (state: unknown, unused: string, to?: string | URL | null) => {
      const isPath = typeof to === 'string' && to.startsWith('/');
      original(state, unused, isPath ? `#${to}` : to);
    });
  }
}

/** Calls, messages and other sites are nothing that a frame could show; and no link opens a window of its own. */
function leaveByLink(event: MouseEvent, phone: Phone, page: PhoneWindow): void {
  const link = event.target instanceof page.Element ? event.target.closest('a') : null;
  if (!link) return;
  const href = link.getAttribute('href') ?? '';
  const isOutside = /^[a-z]+:/i.test(href);
  if (!isOutside && !event.ctrlKey && !event.metaKey && !event.shiftKey) return;
  event.preventDefault();
  if (!isOutside) return;
  event.stopPropagation();
  phone.leave(href);
}
