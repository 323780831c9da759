import type { Platform } from '#platform';
import type { Phone } from './phone.ts';

/** Keys that only move the focus or modify other keys. */
export const NAVIGATION_KEYS: ReadonlySet<string> = new Set(['Tab', 'Shift', 'Control', 'Alt', 'Meta']);

type PhoneWindow = Window & typeof globalThis;
type Focus = Platform['focus'];

/** Reports a person's input to the phone, and intercepts links that leave the app. */
export function watchInput(phone: Phone, page: PhoneWindow, focus: Focus): void {
  page.addEventListener('pointerdown', ({ isTrusted }) => isTrusted && phone.touch(), true);
  page.addEventListener(
    'keydown',
    ({ isTrusted, key }) => isTrusted && !NAVIGATION_KEYS.has(key) && phone.touch(),
    true,
  );
  page.addEventListener('click', (event) => leaveByLink(event, phone, page, focus), true);
  page.addEventListener('auxclick', (event) => event.preventDefault(), true);
}

/** A frame cannot show calls, messages and other sites, and no link may open a window. */
function leaveByLink(event: MouseEvent, phone: Phone, page: PhoneWindow, focus: Focus): void {
  const link = event.target instanceof page.Element ? event.target.closest('a') : null;
  if (!link) return;
  const href = link.getAttribute('href') ?? '';
  // The hash contains the app's path, so an in-page link only moves the focus.
  if (href.startsWith('#')) {
    event.preventDefault();
    focus(page.document.getElementById(href.slice(1)));
    return;
  }
  const isOutside = /^[a-z]+:/i.test(href);
  if (!isOutside && !event.ctrlKey && !event.metaKey && !event.shiftKey) return;
  event.preventDefault();
  if (!isOutside) return;
  event.stopPropagation();
  phone.leave(href);
}
