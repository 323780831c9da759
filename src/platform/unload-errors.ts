import { type Clock, wait } from './clock.ts';
import { type Listenable, listen } from './listen.ts';

/** A page unloads within this time. Ms. */
const UNLOAD_MS = 3_000;

/**
 * Resolves with the result of `work`. Unloading a page fails its pending requests, so a rejection during an unload is
 * delayed until it is clear that the page stays.
 */
export async function deferUnloadErrors<T>(
  { device, clock }: { readonly device: Listenable; readonly clock: Clock },
  work: Promise<T>,
): Promise<T> {
  let isUnloading = false;
  // iOS Safari fires only `pagehide`.
  const stop = listen(device, ['beforeunload', 'pagehide'], () => {
    isUnloading = true;
  });
  try {
    return await work;
  } catch (error) {
    if (isUnloading) await wait(clock, UNLOAD_MS);
    throw error;
  } finally {
    stop();
  }
}
