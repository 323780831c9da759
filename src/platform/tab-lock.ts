import type { Clock } from './clock.ts';
import { randomId } from './random.ts';
import type { JsonStore } from './storage.ts';

/** Runs `work` in at most one tab at a time. Answers false at once when another tab is at it. */
export type TabLock = (name: string, work: () => Promise<void>) => Promise<boolean>;

const LEASE_MS = 15_000;
const RENEW_MS = 5_000;

/** Web Locks where there are any (secure contexts), else a lease in storage that is renewed while the work goes on. */
export function createTabLock(store: JsonStore, clock: Clock): TabLock {
  const me = randomId();
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
  if (locks) {
    return async (name, work) =>
      locks.request(name, { ifAvailable: true }, async (lock) => {
        if (!lock) return false;
        await work();
        return true;
      });
  }
  return async (name, work) => {
    const key = `lease:${name}`;
    const lease = store.get(key);
    if (isLease(lease) && lease.holder !== me && isRunning(lease.until, clock.now())) return false;
    let cancel = () => {};
    const renew = () => {
      store.set(key, { holder: me, until: clock.now() + LEASE_MS });
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
  };
}

/** A clock that was set back must not keep a dead tab's lease alive for longer than a lease can be. */
function isRunning(until: number, now: number): boolean {
  return until > now && until <= now + LEASE_MS;
}

function isLease(value: unknown): value is { holder: string; until: number } {
  return typeof value === 'object' && value !== null && 'holder' in value && 'until' in value;
}
