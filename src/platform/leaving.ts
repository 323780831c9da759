import { type Clock, wait } from './clock.ts';
import type { Device, LeavingEvent } from './device.ts';

/** A page that is being left is gone sooner than that. Ms. */
const LEAVING_MS = 3_000;

/**
 * What `work` gives. Leaving a page fails what is on its way, which is no trouble: a failure after that is told later, when
 * the person has stayed after all.
 */
export async function unlessLeaving<T>(
  { device, clock }: { readonly device: Leavable; readonly clock: Clock },
  work: Promise<T>,
): Promise<T> {
  let isLeaving = false;
  const leave = () => {
    isLeaving = true;
  };
  for (const event of EVENTS) device.addEventListener(event, leave);
  try {
    return await work;
  } catch (error) {
    if (isLeaving) await wait(clock, LEAVING_MS);
    throw error;
  } finally {
    for (const event of EVENTS) device.removeEventListener(event, leave);
  }
}

type Leavable = Pick<Device, 'addEventListener' | 'removeEventListener'>;

const EVENTS: readonly LeavingEvent[] = ['beforeunload', 'pagehide'];
