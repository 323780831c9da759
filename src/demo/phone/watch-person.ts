import type { Platform } from '#platform';
import type { Phone } from './phone.ts';

/** Keys that go through a page and change nothing. */
export const PASSING_KEYS: ReadonlySet<string> = new Set(['Tab', 'Shift', 'Control', 'Alt', 'Meta']);

type PhoneWindow = Window & typeof globalThis;
type Focus = Platform['focus'];

/** Listens to a person at the phone: that they touched it, and which links would lead out of it. */
export function watchPerson(phone: Phone, page: PhoneWindow, focus: Focus): void {
  page.addEventListener('pointerdown', ({ isTrusted }) => isTrusted && phone.touch(), true);
  page.addEventListener('keydown', ({ isTrusted, key }) => isTrusted && !PASSING_KEYS.has(key) && phone.touch(), true);
  page.addEventListener('click', (event) => leaveByLink(event, phone, page, focus), true);
  page.addEventListener('auxclick', (event) => event.preventDefault(), true);
}

/** Calls, messages and other sites are nothing that a frame could show; and no link opens a window of its own. */
function leaveByLink(event: MouseEvent, phone: Phone, page: PhoneWindow, focus: Focus): void {
  const link = event.target instanceof page.Element ? event.target.closest('a') : null;
  if (!link) return;
  const href = link.getAttribute('href') ?? '';
  // Within the page there is another address than the app's.
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
