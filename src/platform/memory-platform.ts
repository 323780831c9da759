import type { Clock } from './clock.ts';
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
  const listeners = new Set<(isStep: boolean) => void>();
  let path = first;
  return {
    path: () => path,
    href: () => ORIGIN + path,
    origin: ORIGIN,
    navigate(to) {
      path = to;
      for (const changed of [...listeners]) changed(false);
    },
    reload: () => {},
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}
