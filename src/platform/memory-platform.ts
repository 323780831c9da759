import type { Clock } from './clock.ts';
import { createListeners } from './listeners.ts';
import type { PageLocation } from './location.ts';
import type { Platform } from './platform.ts';
import { memoryStore } from './storage.ts';

const ORIGIN = 'https://doors.invalid';
const unheard = () => () => {};

/** A platform without a browser: nothing is stored or sent, and no event happens. `changes` are laid over it. */
export function createMemoryPlatform(clock: Clock, changes: Partial<Platform> = {}): Platform {
  const parent = { location: { origin: ORIGIN } } as Window;
  return {
    fetch: () => Promise.reject(new TypeError('Failed to fetch')),
    local: memoryStore(),
    tab: memoryStore(),
    clock,
    location: createMemoryLocation(),
    online: { isOnline: () => true, subscribe: unheard },
    visibility: { isVisible: () => true, onReturn: unheard },
    languages: () => ['en-US'],
    focus: (element, options) => element?.focus(options),
    device: {
      navigator: {},
      performance: { getEntriesByType: () => [] },
      // On top: the window around it has its origin.
      parent: Object.assign(parent, { parent }),
      location: parent.location,
      addEventListener: () => {},
      removeEventListener: () => {},
    },
    ...changes,
  };
}

/** A location without a history. */
export function createMemoryLocation(first = '/'): PageLocation {
  const { notify, subscribe } = createListeners<[isStep: boolean]>();
  let path = first;
  return {
    path: () => path,
    href: () => ORIGIN + path,
    origin: ORIGIN,
    navigate(to) {
      path = to;
      notify(false);
    },
    reload: () => {},
    subscribe,
  };
}
