import type { Platform } from '#platform';

/**
 * Keeps the screen on while `isNeeded`. Call the returned function whenever that may have changed. Does nothing where the
 * browser has no Screen Wake Lock or refuses it (low battery); never throws or rejects.
 */
export function keepScreenOn(
  { device, visibility }: Pick<Platform, 'device' | 'visibility'>,
  isNeeded: () => boolean,
): () => void {
  let lock: WakeLockSentinel | null = null;
  let isAsking = false;

  async function update(): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    try {
      // The browser releases a lock when the page is hidden, and grants none to a hidden page.
      if (isNeeded() && visibility.isVisible() && (!lock || lock.released)) {
        lock = (await device.navigator.wakeLock?.request('screen')) ?? null;
      }
    } catch {
      // Refused. The next change of the state asks again.
    }
    isAsking = false;
    // Also after a request, because the need may have ended before the browser answered.
    if (isNeeded()) return;
    void lock?.release().catch(() => {});
    lock = null;
  }

  const changed = () => void update();
  visibility.onReturn(changed);
  return changed;
}
