/** What comes later than this would make another state of the one that is shown. Ms. */
const LATER_MS = 500;

/**
 * Watches what is put off from now on; the answer calls off what is still to come. A state stays then, however long it is
 * looked at: a press that was just sent, for example, does not become one that waits.
 */
export function holdTime(): () => void {
  const later = new Set<number>();
  const putOff = window.setTimeout.bind(window);
  window.setTimeout = ((run: () => void, ms = 0, ...rest: unknown[]) => {
    const timer = putOff(run, ms, ...rest);
    if (ms >= LATER_MS) later.add(timer);
    return timer;
  }) as typeof window.setTimeout;
  return () => {
    for (const timer of later) clearTimeout(timer);
  };
}
