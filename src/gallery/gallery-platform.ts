import { type Clock, memoryStore, type Platform } from '#platform';
import type { GalleryState } from './state.ts';

/** The platform of one state: an empty store, the simulated facility as its network, and a clock that can be held. */
export function createGalleryPlatform(browser: Platform, state: GalleryState, fetch: Platform['fetch']) {
  const { clock, hold } = holdable(browser.clock);
  const { device, online } = browser;
  const writeText = async () => {
    if (state.copies === false) throw new DOMException('not allowed', 'NotAllowedError');
  };
  const platform: Platform = {
    ...browser,
    fetch,
    local: memoryStore(),
    tab: memoryStore(),
    clock,
    online: state.isOffline ? { ...online, isOnline: () => false } : online,
    device: {
      indexedDB: device.indexedDB,
      // The browser's own clipboard refuses a page that has no focus.
      navigator: { clipboard: { writeText } as unknown as Clipboard },
      performance: device.performance,
      parent: device.parent,
      location: device.location,
      addEventListener: device.addEventListener.bind(device),
      removeEventListener: device.removeEventListener.bind(device),
    },
  };
  return { platform, hold };
}

/** Timers that are at least this long would turn the state into another one. Ms. */
const HELD_FROM_MS = 500;

/**
 * A clock whose `hold` cancels the timers that are set, so that a state stays however long it is looked at: a press that was
 * just sent, for example, does not become one that waits.
 */
function holdable({ now, after }: Clock): { readonly clock: Clock; readonly hold: () => void } {
  const timers = new Set<() => void>();
  return {
    clock: {
      now,
      after(ms, run) {
        const cancel = after(ms, run);
        if (ms >= HELD_FROM_MS) timers.add(cancel);
        return cancel;
      },
    },
    hold() {
      for (const cancel of timers) cancel();
    },
  };
}
