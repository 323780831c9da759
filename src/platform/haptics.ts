import type { Device } from './device.ts';

/** A short pattern for what happened; silent where the device cannot (iOS) or the person has not touched the page yet. */
export function vibrate({ navigator }: Pick<Device, 'navigator'>, pattern: 'success' | 'failure'): void {
  if (typeof navigator.vibrate !== 'function') return;
  if (navigator.userActivation && !navigator.userActivation.hasBeenActive) return;
  navigator.vibrate(pattern === 'success' ? [60] : [40, 60, 40]);
}
