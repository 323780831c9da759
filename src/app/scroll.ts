import { useEffect, useLayoutEffect, useRef } from 'react';
import { usePlatform } from '#platform';

/** A step on begins at the top of its page; where a step back ends is left to the browser. */
export function useScrollToTop(path: string): void {
  const { location } = usePlatform();
  const shown = useRef(path);
  const steppedBackTo = useRef<string | null>(null);
  useEffect(
    // All who listen hear of a step in one task: before the router draws its page.
    () =>
      location.subscribe((isStep) => {
        if (isStep) steppedBackTo.current = location.path();
      }),
    [location],
  );
  useLayoutEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    // A jump within the page is such an event too, and leads to no other path.
    if (steppedBackTo.current !== path) scrollTo(0, 0);
    steppedBackTo.current = null;
  }, [path]);
}
