import { applyLook, isLook, LOOK_KEY, type Look } from '#boot';
import type { JsonStore } from '#platform';

/** The look that was chosen on this device; null for the system's. */
export function chosenLook(store: JsonStore): Look | null {
  const look = store.get(LOOK_KEY);
  return isLook(look) ? look : null;
}

/** Shows the page in a look and stores the choice; null follows the system again. Kept through sign-out, like the language. */
export function chooseLook(look: Look | null, store: JsonStore): void {
  applyLook(look);
  if (look === null) store.remove(LOOK_KEY);
  else store.set(LOOK_KEY, look);
}
