import { createClock } from './clock.ts';
import type { Device } from './device.ts';
import type { Listenable } from './listen.ts';
import { createListeners } from './listeners.ts';
import { createMemoryPlatform } from './memory-platform.ts';
import type { OnlineState } from './online.ts';
import type { Platform } from './platform.ts';
import type { JsonStore } from './storage.ts';

/** The clock of the test process, which follows fake timers. */
export const systemClock = createClock(globalThis);

type TestChanges = Omit<Partial<Platform>, 'device'> & { readonly device?: Partial<Device> };

/** A platform for tests: in-memory, no network, English, {@link systemClock}. `changes` and `device` override its members. */
export function createTestPlatform({ device, ...changes }: TestChanges = {}): Platform {
  const platform = createMemoryPlatform(systemClock, changes);
  return { ...platform, device: { ...platform.device, ...device } };
}

/** The event listeners of a device. */
export const deviceEvents = (page: EventTarget): Listenable => ({
  addEventListener: page.addEventListener.bind(page),
  removeEventListener: page.removeEventListener.bind(page),
});

/** An online state that a test changes. */
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

/** An in-memory store, and its content by key. */
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
