import { useEffect, useLayoutEffect, useRef } from 'react';
import { usePlatform } from '#platform';
import { doorIn, routes, withoutSlash } from '#routes';

/**
 * Scrolls to the top of a new page. On back and forward the browser restores the position. A door is shown over or beside
 * the list, which keeps its place.
 */
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
    const isSamePage = isDoors(shown.current) && isDoors(path);
    shown.current = path;
    if (isSamePage) return;
    // Fragment links fire `popstate` too, but do not change the path.
    if (historyPath.current !== path) scrollTo(0, 0);
    historyPath.current = null;
  }, [path]);
}

const isDoors = (path: string) => withoutSlash(path) === routes.doors || doorIn(path) !== null;
