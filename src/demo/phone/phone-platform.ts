import {
  type AddressBar,
  createBrowserPlatform,
  createJsonStore,
  createListeners,
  createPageLocation,
  type Platform,
} from '#platform';
import type { Demo } from '../demo.ts';
import { FACILITY_ZONE } from '../facility-time.ts';
import { createPhoneClock } from './phone-clock.ts';

/** Initial language; the captions of the demo are English. */
const LANGUAGE = 'en-US';

type PhoneWindow = Window & typeof globalThis;
type Parts = Pick<Demo, 'phone' | 'radio' | 'time'>;

/**
 * The platform of the app in the phone's frame: network, time, storage and messages are the phone's, not the browser's.
 * Nothing is written to the device's storage, which other apps of the same origin may use.
 */
export function createPhonePlatform({ phone, radio, time }: Parts, page: PhoneWindow): Platform {
  const browser = createBrowserPlatform(page);
  const { clock, stop } = createPhoneClock(time, browser.clock);
  const { online, stopListening } = onlineOf(radio);
  // Timers of an unloaded page must not run. A page in the back/forward cache keeps them, because it may be shown again.
  page.addEventListener('pagehide', ({ persisted }) => {
    if (persisted) return;
    stop();
    stopListening();
  });
  return {
    ...browser,
    fetch: radio.fetch,
    local: createJsonStore(() => phone.localStorage),
    tab: createJsonStore(() => phone.sessionStorage),
    clock,
    location: createPageLocation(addressBarOf(page)),
    online,
    languages: () => [LANGUAGE],
    // The phone is at the facility, so its time zone is not that of the browser.
    timeZone: FACILITY_ZONE,
    // A script must not move the focus of a person who controls the script by keyboard.
    focus: (element, options) => {
      if (page.document.hasFocus()) element?.focus(options);
    },
    device: deviceOf(phone, page),
  };
}

/** Keeps the app's path in the hash, so that a plain file server works under any path and after a reload. */
function addressBarOf(page: PhoneWindow): AddressBar {
  const { location, history } = page;
  return {
    location: {
      get pathname() {
        return location.hash.slice(1).split('?')[0] || '/';
      },
      get href() {
        return location.href;
      },
      origin: location.origin,
      reload: () => location.reload(),
    },
    history: {
      get state() {
        return history.state;
      },
      back: () => history.back(),
      pushState: (state, unused, to) => history.pushState(state, unused, `#${to}`),
      replaceState: (state, unused, to) => history.replaceState(state, unused, `#${to}`),
    },
    addEventListener: (type, listener) => page.addEventListener(type, listener),
  };
}

/** Without IndexedDB, BroadcastChannel and Web Locks, for which the app has fallbacks. */
function deviceOf(phone: Demo['phone'], page: PhoneWindow): Platform['device'] {
  const { vibrate, userActivation, clipboard } = page.navigator;
  const get = async ({ signal }: CredentialRequestOptions = {}) => ({ code: await phone.awaitCode(signal) });
  return {
    navigator: {
      // Not in all browsers.
      vibrate: vibrate?.bind(page.navigator),
      userActivation,
      clipboard,
      credentials: { get } as unknown as CredentialsContainer,
    },
    OTPCredential: true,
    AudioContext: page.AudioContext,
    performance: page.performance,
    parent: page.parent,
    location: page.location,
    addEventListener: page.addEventListener.bind(page),
    removeEventListener: page.removeEventListener.bind(page),
  };
}

/** Filters out the radio's notifications of latency changes. */
function onlineOf({ isOnline, subscribe }: Demo['radio']) {
  const listeners = createListeners();
  let wasOnline = isOnline();
  const stopListening = subscribe(() => {
    if (isOnline() === wasOnline) return;
    wasOnline = isOnline();
    listeners.notify();
  });
  return { online: { isOnline, subscribe: listeners.subscribe }, stopListening };
}
