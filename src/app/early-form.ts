import type { EarlyForm } from '#sign-in/page';

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
      notes.pressed = false;
      notes.stop();
      return pressed;
    },
  };
}
