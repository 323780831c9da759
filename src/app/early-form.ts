import type { EarlyForm } from '#sign-in/page';

/** From here on nobody listens for the app: for pages other than the form, where a press means something else. */
export function endEarlyNotes(): void {
  const notes = window.earlyNotes;
  if (!notes) return;
  notes.pressed = false;
  notes.stop();
}

/** Null where nothing was prerendered. `livesOn`: whether the prerendered field stays. */
export function earlyForm(livesOn: boolean): EarlyForm | null {
  const notes = window.earlyNotes;
  const field = document.getElementById('national');
  if (!notes || !(field instanceof HTMLInputElement)) return null;
  const [typed, hadFocus] = [field.value, document.activeElement === field];
  let isOver = false;
  return {
    get national() {
      return isOver ? '' : typed;
    },
    get isFocused() {
      return !isOver && hadFocus;
    },
    get livesOn() {
      return !isOver && livesOn;
    },
    takeOver() {
      const { pressed } = notes;
      isOver = true;
      endEarlyNotes();
      return pressed;
    },
  };
}
