import { type RefObject, useContext, useEffect, useRef } from 'react';
import { FocusContext } from '#ui';

/**
 * Moves the focus to the list's heading when the list opens, and back to the card of the door that was left. Returns the
 * ref of the heading.
 */
export function useListFocus(
  shownDoorId: string | null,
  leftDoorId: RefObject<string | null>,
): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const focus = useContext(FocusContext);
  useEffect(() => {
    if (shownDoorId !== null) return;
    const left = leftDoorId.current;
    leftDoorId.current = null;
    const card = left === null ? null : cardOf(left);
    // A field of the list may have the focus already.
    if (!card && heading.current?.closest('main')?.contains(document.activeElement)) return;
    focus(card ?? heading.current, { preventScroll: card === null });
  }, [shownDoorId, leftDoorId, focus]);
  return heading;
}

/** The Open button of a door's card; its link where it has none; null when it is not on screen. */
function cardOf(doorId: string): HTMLElement | null {
  const id = CSS.escape(doorId);
  return (
    document.querySelector<HTMLElement>(`.door [data-opens="${id}"]:not(:disabled)`) ??
    document.querySelector<HTMLElement>(`.door [data-door="${id}"]`)
  );
}
