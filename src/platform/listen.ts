/** What events happen to: a window, a document. */
export type Listenable = Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;

/** Calls back on each of these events; the answer ends that. */
export function listen<E extends Event>(
  target: Listenable,
  types: readonly string[],
  heard: (event: E) => void,
): () => void {
  for (const type of types) target.addEventListener(type, heard as EventListener);
  return () => {
    for (const type of types) target.removeEventListener(type, heard as EventListener);
  };
}
