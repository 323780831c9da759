import { useEffect, useLayoutEffect, useRef } from 'react';
import { usePlatform } from '#platform';

/** Scrolls to the top of a new page. On back and forward the browser restores the position. */
export function useScrollToTop(path: string): void {
  const { location } = usePlatform();
  const shown = useRef(path);
  const historyPath = useRef<string | null>(null);
  useEffect(
    // Runs before the new page renders: all subscribers are called in the same task.
    () =>
      location.subscribe((isPopState) => {
        if (isPopState) historyPath.current = location.path();
      }),
    [location],
  );
  useLayoutEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    // Fragment links fire `popstate` too, but do not change the path.
    if (historyPath.current !== path) scrollTo(0, 0);
    historyPath.current = null;
  }, [path]);
}
