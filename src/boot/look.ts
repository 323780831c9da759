/** The localStorage key of the chosen look. */
export const LOOK_KEY = 'look';

/** A colour scheme that the person chose for this device. Without one, the page follows the system. */
export type Look = 'light' | 'dark';

export function isLook(value: unknown): value is Look {
  return value === 'light' || value === 'dark';
}

/** Shows the page in this look; in the system's for any other value, because storage may hold anything. */
export function applyLook(value: unknown): void {
  const page = document.documentElement;
  if (isLook(value)) page.dataset.look = value;
  else delete page.dataset.look;
  for (const meta of document.querySelectorAll<HTMLElement>('meta[data-scheme]')) {
    const { scheme } = meta.dataset;
    // The browser uses the first theme colour whose media query matches.
    const media = isLook(value) ? (scheme === value ? 'all' : 'not all') : `(prefers-color-scheme: ${scheme})`;
    meta.setAttribute('media', media);
  }
}
