import type { Clock } from './clock.ts';
import type { Device } from './device.ts';
import { randomId } from './random.ts';
import type { JsonStore } from './storage.ts';

/** Runs `work` in at most one tab at a time. Resolves with false at once when another tab holds the lock. */
export type TabLock = (name: string, work: () => Promise<void>) => Promise<boolean>;

type TabLockParts = {
  /** Shared by all tabs. */
  readonly local: JsonStore;
  readonly clock: Clock;
  readonly device: Pick<Device, 'navigator'>;
};

const LEASE_MS = 15_000;
const RENEW_MS = 5_000;

/**
 * Uses Web Locks. Where they are missing (insecure contexts) or refused (Firefox with cookies blocked), uses a lease in
 * storage that is renewed while the work runs.
 */
export function createTabLock({ local: store, clock, device }: TabLockParts): TabLock {
  const tabId = randomId();
  const { locks } = device.navigator;
  return async (name, work) => {
    if (!locks) return lease(name, work);
    let hasAnswered = false;
    try {
      return await locks.request(name, { ifAvailable: true }, async (lock) => {
        hasAnswered = true;
        if (lock) await work();
        return lock !== null;
      });
    } catch (error) {
      if (hasAnswered) throw error;
      return lease(name, work);
    }
  };

  async function lease(name: string, work: () => Promise<void>): Promise<boolean> {
    const key = `lease:${name}`;
    const held = store.get(key);
    if (isLease(held) && held.holder !== tabId && isRunning(held.until, clock.now())) return false;
    let cancel = () => {};
    const renew = () => {
      store.set(key, { holder: tabId, until: clock.now() + LEASE_MS });
      cancel = clock.after(RENEW_MS, renew);
    };
    renew();
    try {
      await work();
    } finally {
      cancel();
      store.remove(key);
    }
    return true;
  }
}

/** The upper bound keeps a lease of a closed tab from lasting longer than a lease when the clock was set back. */
function isRunning(until: number, now: number): boolean {
  return until > now && until <= now + LEASE_MS;
}

function isLease(value: unknown): value is { holder: string; until: number } {
  return typeof value === 'object' && value !== null && 'holder' in value && 'until' in value;
}
