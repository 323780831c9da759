import type { Demo } from '../demo.ts';
import { FACILITY_ZONE } from '../facility-time.ts';
import type { Phone } from './phone.ts';
import { phoneTimers } from './timers.ts';

/** That of the captions; another one may be chosen in the app. */
const LANGUAGE = 'en-US';

/** Keys that go through a page and change nothing. */
export const PASSING_KEYS: ReadonlySet<string> = new Set(['Tab', 'Shift', 'Control', 'Alt', 'Meta']);

type PhoneWindow = Window & typeof globalThis;
type Put = (target: object, name: string, value: unknown) => void;

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
export function install({ phone, radio, time }: Pick<Demo, 'phone' | 'radio' | 'time'>, page: PhoneWindow): void {
  const put: Put = (target, name, value) =>
    Object.defineProperty(target, name, { configurable: true, writable: true, value });

  // Nothing reaches the device's own: another app of this origin may keep its things there.
  put(page, 'localStorage', phone.localStorage);
  put(page, 'sessionStorage', phone.sessionStorage);
  put(page, 'indexedDB', undefined);
  put(page, 'BroadcastChannel', undefined);
  put(page.navigator, 'locks', undefined);

  const timers = phoneTimers(time, page);
  for (const [name, value] of Object.entries(timers.globals)) put(page, name, value);
  put(page.navigator, 'languages', [LANGUAGE]);
  put(page.navigator, 'language', LANGUAGE);

  put(page.Intl, 'DateTimeFormat', formatsThere(page.Intl.DateTimeFormat));

  put(page, 'fetch', radio.fetch);
  Object.defineProperty(page.navigator, 'onLine', { configurable: true, get: radio.isOnline });
  let wasOnline = radio.isOnline();
  const unsubscribe = radio.subscribe(() => {
    if (radio.isOnline() === wasOnline) return;
    wasOnline = radio.isOnline();
    page.dispatchEvent(new page.Event(wasOnline ? 'online' : 'offline'));
  });
  // A page that has gone must not go on living in the demo's time; one that is only put aside comes back.
  page.addEventListener('pagehide', ({ persisted }) => {
    if (persisted) return;
    timers.stop();
    unsubscribe();
  });

  put(page, 'OTPCredential', class {});
  put(page.navigator, 'credentials', {
    get: async ({ signal }: { readonly signal?: AbortSignal }) => ({ code: await phone.awaitCode(signal) }),
  });

  keepPlaceInHash(page, put);
  leaveFocusAlone(page, put);
  page.addEventListener('pointerdown', ({ isTrusted }) => isTrusted && phone.touch(), true);
  page.addEventListener('keydown', ({ isTrusted, key }) => isTrusted && !PASSING_KEYS.has(key) && phone.touch(), true);
  page.addEventListener('click', (event) => leaveByLink(event, phone, page), true);
  page.addEventListener('auxclick', (event) => event.preventDefault(), true);
}

/**
 * The app's addresses stand behind the `#`: any file server has the page then, under any path, and a reload finds it.
 */
function keepPlaceInHash(page: PhoneWindow, put: Put): void {
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

/** The phone is where the facility is, wherever the screen is that shows it: times are told as they are there. */
function formatsThere(Format: typeof Intl.DateTimeFormat): typeof Intl.DateTimeFormat {
  return class extends Format {
    constructor(locales?: Intl.LocalesArgument, options: Intl.DateTimeFormatOptions = {}) {
      super(locales, { ...options, timeZone: options.timeZone ?? FACILITY_ZONE });
    }
  } as typeof Intl.DateTimeFormat;
}

/** A script that plays in the phone must not take the focus from whoever watches, and perhaps steers it by keyboard. */
function leaveFocusAlone({ document, HTMLElement: { prototype } }: PhoneWindow, put: Put): void {
  const { focus } = prototype;
  put(prototype, 'focus', function (this: HTMLElement, options?: FocusOptions) {
    if (document.hasFocus()) focus.call(this, options);
  });
}

/** Calls, messages and other sites are nothing that a frame could show; and no link opens a window of its own. */
function leaveByLink(event: MouseEvent, phone: Phone, page: PhoneWindow): void {
  const link = event.target instanceof page.Element ? event.target.closest('a') : null;
  if (!link) return;
  const href = link.getAttribute('href') ?? '';
  // Within the page there is another address than the app's.
  if (href.startsWith('#')) {
    event.preventDefault();
    page.document.getElementById(href.slice(1))?.focus();
    return;
  }
  const isOutside = /^[a-z]+:/i.test(href);
  if (!isOutside && !event.ctrlKey && !event.metaKey && !event.shiftKey) return;
  event.preventDefault();
  if (!isOutside) return;
  event.stopPropagation();
  phone.leave(href);
}
