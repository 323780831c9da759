/** Runs `work` in one tab at a time, after whoever is at it. Where there are no Web Locks, at once. */
export type Exclusive = <T>(name: string, work: () => T) => Promise<T>;

export function createExclusive(): Exclusive {
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
  return async (name, work) => (locks ? await locks.request(`door-access:${name}`, async () => work()) : work());
}
