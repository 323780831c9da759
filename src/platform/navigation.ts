import type { Device } from './device.ts';

/** Whether this page was reloaded, as opposed to navigated to (Navigation Timing). */
export function isReload({ performance }: Pick<Device, 'performance'>): boolean {
  const [entry] = performance.getEntriesByType('navigation');
  return (entry as PerformanceNavigationTiming | undefined)?.type === 'reload';
}
