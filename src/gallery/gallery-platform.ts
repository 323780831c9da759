import { type Clock, memoryStore, type Platform } from '#platform';
import type { GalleryState } from './state.ts';

/** The platform of one state: empty storage, the given network, and a clock whose timers `hold` cancels. */
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
      // The browser's clipboard rejects a page without focus.
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

/** Timers of at least this length would change the state. Ms. */
const MIN_HELD_MS = 500;

/**
 * A clock whose `hold` cancels pending timers, so that the state does not change while it is viewed, for example from
 * `sending` to `waiting`.
 */
function holdable({ now, after }: Clock): { readonly clock: Clock; readonly hold: () => void } {
  const timers = new Set<() => void>();
  return {
    clock: {
      now,
      after(ms, run) {
        const cancel = after(ms, run);
        if (ms >= MIN_HELD_MS) timers.add(cancel);
        return cancel;
      },
    },
    hold() {
      for (const cancel of timers) cancel();
    },
  };
}
