import type { Device } from './device.ts';

/** Runs `work` in one tab at a time, after whoever is at it. Where there are no Web Locks, at once. */
export type Exclusive = <T>(name: string, work: () => T) => Promise<T>;

export function createExclusive({ navigator: { locks } }: Pick<Device, 'navigator'>): Exclusive {
  return async (name, work) => (locks ? await locks.request(`door-access:${name}`, async () => work()) : work());
}
