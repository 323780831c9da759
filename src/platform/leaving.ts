import { systemClock, wait } from './clock.ts';

/** A page that is being left is gone sooner than that. Ms. */
const LEAVING_MS = 3_000;

/**
 * What `work` gives. Leaving a page fails what is on its way, which is no trouble: a failure after that is told later, when
 * the person has stayed after all.
 */
export async function unlessLeaving<T>(work: Promise<T>): Promise<T> {
  let isLeaving = false;
  const leave = () => {
    isLeaving = true;
  };
  for (const event of EVENTS) addEventListener(event, leave);
  try {
    return await work;
  } catch (error) {
    if (isLeaving) await wait(systemClock, LEAVING_MS);
    throw error;
  } finally {
    for (const event of EVENTS) removeEventListener(event, leave);
  }
}

/** Safari on a phone knows only the second. */
const EVENTS = ['beforeunload', 'pagehide'] as const;
