/** A window or a document. */
export type Listenable = Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;

/** Adds a listener for several event types. Returns a function that removes it. */
export function listen<E extends Event>(
  target: Listenable,
  types: readonly string[],
  onEvent: (event: E) => void,
): () => void {
  for (const type of types) target.addEventListener(type, onEvent as EventListener);
  return () => {
    for (const type of types) target.removeEventListener(type, onEvent as EventListener);
  };
}
