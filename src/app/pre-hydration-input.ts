import type { PreHydrationInput } from '#sign-in/page';

/** Stops recording and drops a recorded submit, for pages other than the prerendered form. */
export function discardPreHydrationInput(): void {
  const events = window.preHydrationEvents;
  if (!events) return;
  events.wasSubmitted = false;
  events.stop();
}

/** The input at the prerendered form; null without one. `keepsField`: whether React hydrates the prerendered field. */
export function readPreHydrationInput(keepsField: boolean): PreHydrationInput | null {
  const events = window.preHydrationEvents;
  const field = document.getElementById('national');
  if (!events || !(field instanceof HTMLInputElement)) return null;
  const [typed, hadFocus] = [field.value, document.activeElement === field];
  let isTaken = false;
  return {
    get national() {
      return isTaken ? '' : typed;
    },
    get isFocused() {
      return !isTaken && hadFocus;
    },
    get keepsField() {
      return !isTaken && keepsField;
    },
    takeOver() {
      const { wasSubmitted } = events;
      isTaken = true;
      discardPreHydrationInput();
      return wasSubmitted;
    },
  };
}
