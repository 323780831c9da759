import type { Device } from './device.ts';

/** Whether this page came of a reload, and not of a first visit, a link or a step back (Navigation Timing). */
export function isReload({ performance }: Pick<Device, 'performance'>): boolean {
  const [entry] = performance.getEntriesByType('navigation');
  return (entry as PerformanceNavigationTiming | undefined)?.type === 'reload';
}
