import type { Device } from './device.ts';

/** Vibrates. Does nothing where unsupported (iOS) or before the first user activation. */
export function vibrate({ navigator }: Pick<Device, 'navigator'>, pattern: 'success' | 'failure'): void {
  if (typeof navigator.vibrate !== 'function') return;
  if (navigator.userActivation && !navigator.userActivation.hasBeenActive) return;
  navigator.vibrate(pattern === 'success' ? [60] : [40, 60, 40]);
}
