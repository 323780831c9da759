import { type Clock, wait } from './clock.ts';
import { type Listenable, listen } from './listen.ts';

/** A page that is being left is gone sooner than that. Ms. */
const LEAVING_MS = 3_000;

/**
 * What `work` gives. Leaving a page fails what is on its way, which is no trouble: a failure after that is told later, when
 * the person has stayed after all.
 */
export async function deferUnloadErrors<T>(
  { device, clock }: { readonly device: Listenable; readonly clock: Clock },
  work: Promise<T>,
): Promise<T> {
  let isLeaving = false;
  // Safari on a phone knows only the second.
  const stop = listen(device, ['beforeunload', 'pagehide'], () => {
    isLeaving = true;
  });
  try {
    return await work;
  } catch (error) {
    if (isLeaving) await wait(clock, LEAVING_MS);
    throw error;
  } finally {
    stop();
  }
}
