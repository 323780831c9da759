import type { Phone } from '../phone/phone.ts';
import type { Target } from './target.ts';

/** A person's fingers on the phone. Each waits until what it is meant for can be used. */
export type Fingers = {
  press(target: Target): Promise<void>;
  /** Presses at once, whether or not it can be used. */
  pressAgain(target: Target): void;
  /** Replaces what stands in a field. */
  type(target: Target, text: string): Promise<void>;
  /** Taps the text message that has come. */
  tapMessage(): Promise<void>;
};

/** Where on the phone's screen a finger came down: px from its top left. No two have the same number. */
export type Touch = { readonly x: number; readonly y: number; readonly nth: number };

export type FingersParts = {
  readonly phone: Phone;
  /** The window in the phone's frame; null until it is there. */
  readonly screen: () => (Window & typeof globalThis) | null;
  /** Resolves when `isSo` is; rejects when it takes too long, or is called off. */
  readonly until: (isSo: () => boolean, what: string) => Promise<void>;
  readonly onTouch: (touch: Touch) => void;
};

export function createFingers({ phone, screen, until, onTouch }: FingersParts): Fingers {
  let touches = 0;

  async function usable(target: Target): Promise<HTMLElement> {
    const find = () => findIn(screen(), target, isUsable);
    await until(() => find() !== null, `"${target.named ?? target.at}" can be used`);
    return find() as HTMLElement;
  }

  async function touch(target: Target): Promise<HTMLElement> {
    const element = await usable(target);
    bringIntoView(element, screen());
    const { left, top, width, height } = element.getBoundingClientRect();
    touches += 1;
    onTouch({ x: left + width / 2, y: top + height / 2, nth: touches });
    return element;
  }

  return {
    async press(target) {
      (await touch(target)).click();
    },
    pressAgain: (target) => findIn(screen(), target)?.click(),
    async type(target, text) {
      const field = await touch(target);
      const page = screen();
      if (!page) return;
      // What a field does when somebody comes to it; the focus itself stays where the one who watches has it.
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

/** The first that fits and is drawn; null where there is none. */
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

/** Within the phone alone: `scrollIntoView` would move the page around it as well. */
function bringIntoView(element: HTMLElement, page: Window | null): void {
  if (!page) return;
  const { top, bottom } = element.getBoundingClientRect();
  if (top >= 80 && bottom <= page.innerHeight) return;
  page.scrollBy({ top: top - page.innerHeight / 2, behavior: 'instant' });
}
