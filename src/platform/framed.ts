import type { Device } from './device.ts';

/** Whether any ancestor frame has another origin, which could overlay this page (clickjacking). */
export function isCrossOriginFramed(page: Pick<Device, 'parent' | 'location'>, { origin } = page.location): boolean {
  const { parent } = page;
  // A top-level page is its own parent.
  if (parent === page) return false;
  try {
    return parent.location.origin !== origin || isCrossOriginFramed(parent, { origin });
  } catch {
    // The location of another origin cannot be read.
    return true;
  }
}
