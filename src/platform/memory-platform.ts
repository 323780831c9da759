import type { Clock } from './clock.ts';
import { createListeners } from './listeners.ts';
import type { PageLocation } from './location.ts';
import type { Platform } from './platform.ts';
import { memoryStore } from './storage.ts';

const ORIGIN = 'https://doors.invalid';
const neverNotifies = () => () => {};

/** A platform without a browser: in-memory stores, no network and no events. `changes` override its members. */
export function createMemoryPlatform(clock: Clock, changes: Partial<Platform> = {}): Platform {
  const parent = { location: { origin: ORIGIN } } as Window;
  return {
    fetch: () => Promise.reject(new TypeError('Failed to fetch')),
    local: memoryStore(),
    tab: memoryStore(),
    clock,
    location: createMemoryLocation(),
    online: { isOnline: () => true, subscribe: neverNotifies },
    visibility: { isVisible: () => true, onReturn: neverNotifies },
    languages: () => ['en-US'],
    focus: (element, options) => element?.focus(options),
    device: {
      navigator: {},
      performance: { getEntriesByType: () => [] },
      // Not framed: the parent has the same origin.
      parent: Object.assign(parent, { parent }),
      location: parent.location,
      addEventListener: () => {},
      removeEventListener: () => {},
    },
    ...changes,
  };
}

/** A location without history entries. */
export function createMemoryLocation(first = '/'): PageLocation {
  const { notify, subscribe } = createListeners<[isPopState: boolean]>();
  let path = first;
  const navigate = (to: string) => {
    path = to;
    notify(false);
  };
  return {
    path: () => path,
    href: () => ORIGIN + path,
    origin: ORIGIN,
    navigate,
    leaveFor: navigate,
    reload: () => {},
    subscribe,
  };
}
