import type { Clock, JsonStore } from '#platform';

const KEY = 'reloaded-at';
/** Twice within this time would be a loop: then the crash page says what is the matter. Ms. */
const TOO_SOON_MS = 60_000;

/**
 * After a deploy the files of the build that this page came from may be gone. One quiet reload fetches the new build, if
 * nothing is in flight, and if there is a network to fetch it from. Gives whether it reloads.
 */
export function reloadForNewBuild(parts: {
  readonly store: JsonStore;
  readonly clock: Clock;
  readonly isBusy: () => boolean;
  readonly isOnline: () => boolean;
  readonly reload: () => void;
}): boolean {
  const { store, clock } = parts;
  const last = store.get(KEY);
  const isTooSoon = typeof last === 'number' && Math.abs(clock.now() - last) < TOO_SOON_MS;
  if (isTooSoon || parts.isBusy() || !parts.isOnline()) return false;
  store.set(KEY, clock.now());
  parts.reload();
  return true;
}
