import { createClock } from './clock.ts';
import { createPageLocation } from './location.ts';
import { createOnlineState } from './online.ts';
import type { Platform } from './platform.ts';
import { createJsonStore } from './storage.ts';
import { createVisibility } from './visibility.ts';

/** The platform of a window. Create one per page: its stores hold in memory what the browser refuses to store. */
export function createBrowserPlatform(page: Window & typeof globalThis): Platform {
  return {
    fetch: (address, init) => page.fetch(address, init),
    local: createJsonStore(() => page.localStorage, page),
    tab: createJsonStore(() => page.sessionStorage, page),
    clock: createClock(page),
    location: createPageLocation(page),
    online: createOnlineState(page),
    visibility: createVisibility(page),
    languages: () => page.navigator.languages,
    focus: (element, options) => element?.focus(options),
    device: page,
  };
}
