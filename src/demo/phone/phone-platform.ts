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

/** That of the captions; another one may be chosen in the app. */
const LANGUAGE = 'en-US';

type PhoneWindow = Window & typeof globalThis;
type Parts = Pick<Demo, 'phone' | 'radio' | 'time'>;

/**
 * The platform of the app in the phone's frame: the network, time, storage and messages of the phone in place of the
 * browser's. Nothing reaches the device's own storage: another app of this origin may keep its things there.
 */
export function createPhonePlatform({ phone, radio, time }: Parts, page: PhoneWindow): Platform {
  const browser = createBrowserPlatform(page);
  const { clock, stop } = createPhoneClock(time, browser.clock);
  const { online, stopListening } = onlineOf(radio);
  // A page that has gone must not go on living in the demo's time; one that is only put aside comes back.
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
    // The phone is where the facility is, wherever the screen is that shows it.
    timeZone: FACILITY_ZONE,
    // A script that plays in the phone must not take the focus from whoever watches, and perhaps steers it by keyboard.
    focus: (element, options) => {
      if (page.document.hasFocus()) element?.focus(options);
    },
    device: deviceOf(phone, page),
  };
}

/**
 * The app's addresses stand behind the `#`: any file server has the page then, under any path, and a reload finds it.
 */
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
      pushState: (state, unused, to) => history.pushState(state, unused, `#${to}`),
      replaceState: (state, unused, to) => history.replaceState(state, unused, `#${to}`),
    },
    addEventListener: (type, heard) => page.addEventListener(type, heard),
  };
}

/** Without IndexedDB, channels and locks, for which the app has ways of its own. */
function deviceOf(phone: Demo['phone'], page: PhoneWindow): Platform['device'] {
  const { vibrate, userActivation, clipboard } = page.navigator;
  const get = async ({ signal }: CredentialRequestOptions = {}) => ({ code: await phone.awaitCode(signal) });
  return {
    navigator: {
      // Some browsers have none.
      vibrate: vibrate?.bind(page.navigator),
      userActivation,
      clipboard,
      credentials: { get } as unknown as CredentialsContainer,
    },
    OTPCredential: true,
    performance: page.performance,
    parent: page.parent,
    location: page.location,
    addEventListener: page.addEventListener.bind(page),
    removeEventListener: page.removeEventListener.bind(page),
  };
}

/** The radio tells of its latency as well; a browser does not. */
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
