import type { Phone } from '../phone/phone.ts';
import type { Target } from './target.ts';

/** Simulates a person's input on the phone. Each action waits until its target is usable. */
export type InputDriver = {
  press(target: Target): Promise<void>;
  /** Presses immediately, even when the target is disabled. */
  pressAgain(target: Target): void;
  /** Replaces the value of a field. */
  type(target: Target, text: string): Promise<void>;
  /** Waits for the text message and taps it. */
  tapMessage(): Promise<void>;
};

/** A touch on the phone's screen, in px from its top left corner; `nth` counts from 1. */
export type Touch = { readonly x: number; readonly y: number; readonly nth: number };

export type InputDriverOptions = {
  readonly phone: Phone;
  /** The window in the phone's frame; null until it is loaded. */
  readonly phoneWindow: () => (Window & typeof globalThis) | null;
  /** Resolves when the condition is met; rejects with the message on timeout, or when the script is aborted. */
  readonly until: (condition: () => boolean, message: string) => Promise<void>;
  readonly onTouch: (touch: Touch) => void;
};

export function createInputDriver({ phone, phoneWindow, until, onTouch }: InputDriverOptions): InputDriver {
  let touches = 0;

  async function usable(target: Target): Promise<HTMLElement> {
    const find = () => findIn(phoneWindow(), target, isUsable);
    await until(() => find() !== null, `"${target.named ?? target.at}" can be used`);
    return find() as HTMLElement;
  }

  async function touch(target: Target): Promise<HTMLElement> {
    const element = await usable(target);
    scrollIntoView(element, phoneWindow());
    const { left, top, width, height } = element.getBoundingClientRect();
    touches += 1;
    onTouch({ x: left + width / 2, y: top + height / 2, nth: touches });
    return element;
  }

  return {
    async press(target) {
      const element = await touch(target);
      keepFocus(() => element.click());
    },
    pressAgain: (target) => findIn(phoneWindow(), target)?.click(),
    async type(target, text) {
      const field = await touch(target);
      const page = phoneWindow();
      if (!page) return;
      // Dispatches only the event, so that the focus of the page around the phone does not move.
      field.dispatchEvent(new page.FocusEvent('focusin', { bubbles: true }));
      Object.getOwnPropertyDescriptor(page.HTMLInputElement.prototype, 'value')?.set?.call(field, text);
      field.dispatchEvent(new page.Event('input', { bubbles: true }));
    },
    async tapMessage() {
      await until(() => phone.notice()?.kind === 'message' && phone.awaitsCode(), 'a text message has come');
      phone.tapNotice();
    },
  };
}

/** A dialog of the app takes the focus when it opens, and the person may be at the controls of the script. */
function keepFocus(run: () => void) {
  const before = document.activeElement;
  run();
  const after = document.activeElement;
  if (after === before || !(after instanceof HTMLElement)) return;
  after.blur();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
}

/** The first visible element that matches; null for none. */
export function findIn(
  page: (Window & typeof globalThis) | null,
  { at, named }: Target,
  fits: (element: HTMLElement) => boolean = () => true,
): HTMLElement | null {
  const all = page ? [...page.document.querySelectorAll<HTMLElement>(at)] : [];
  return (
    all.find(
      (element) =>
        (named === undefined || element.textContent.includes(named)) && element.checkVisibility() && fits(element),
    ) ?? null
  );
}

function isUsable(element: HTMLElement): boolean {
  return !element.matches(':disabled, [aria-disabled="true"]');
}

/** `Element.scrollIntoView` would scroll the page around the phone as well. */
function scrollIntoView(element: HTMLElement, page: Window | null): void {
  if (!page) return;
  const { top, bottom } = element.getBoundingClientRect();
  if (top >= 80 && bottom <= page.innerHeight) return;
  page.scrollBy({ top: top - page.innerHeight / 2, behavior: 'instant' });
}
