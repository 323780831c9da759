import { createClock } from './clock.ts';
import type { Device } from './device.ts';
import type { Listenable } from './listen.ts';
import { createListeners } from './listeners.ts';
import { createMemoryPlatform } from './memory-platform.ts';
import type { OnlineState } from './online.ts';
import type { Platform } from './platform.ts';
import type { JsonStore } from './storage.ts';

/** The clock of the test's own process, fake timers included. */
export const systemClock = createClock(globalThis);

type TestChanges = Omit<Partial<Platform>, 'device'> & { readonly device?: Partial<Device> };

/**
 * A platform for tests: nothing stored, no network, English, the process's own clock; `changes` are laid over it, those of
 * its device one by one.
 */
export function createTestPlatform({ device, ...changes }: TestChanges = {}): Platform {
  const platform = createMemoryPlatform(systemClock, changes);
  return { ...platform, device: { ...platform.device, ...device } };
}

/** The part of a device that says when this page is left. */
export const leavable = (page: EventTarget): Listenable => ({
  addEventListener: page.addEventListener.bind(page),
  removeEventListener: page.removeEventListener.bind(page),
});

/** A network that a test takes away and gives back. */
export function createFakeOnline() {
  const { notify, subscribe } = createListeners();
  let isOnline = true;
  const online: OnlineState = { isOnline: () => isOnline, subscribe };
  return {
    online,
    become(next: boolean) {
      isOnline = next;
      notify();
    },
  };
}

/** A store in memory, and what it keeps, by key. */
export function createWatchedStore() {
  const kept = new Map<string, unknown>();
  const local: JsonStore = {
    get: (key) => structuredClone(kept.get(key) ?? null),
    set: (key, value) => void kept.set(key, structuredClone(value)),
    remove: (key) => void kept.delete(key),
    onOtherTab: () => () => {},
  };
  return { local, kept };
}
