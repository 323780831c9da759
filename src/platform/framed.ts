import type { Device } from './device.ts';

/**
 * Whether a page of another origin shows this one in a frame, directly or further up: what lies over it there is not ours,
 * so a person may press what they do not see.
 */
export function isCrossOriginFramed(page: Pick<Device, 'parent' | 'location'>, { origin } = page.location): boolean {
  const { parent } = page;
  // A page on top is its own parent.
  if (parent === page) return false;
  try {
    return parent.location.origin !== origin || isCrossOriginFramed(parent, { origin });
  } catch {
    // Another origin's address is not to be read.
    return true;
  }
}
