import { useEffect, useLayoutEffect, useRef } from 'react';

/** A step on begins at the top of its page; where a step back ends is left to the browser. */
export function useScrollToTop(path: string): void {
  const shown = useRef(path);
  const steppedBackTo = useRef<string | null>(null);
  useEffect(() => {
    const note = () => {
      steppedBackTo.current = location.pathname;
    };
    // Before the router hears of it.
    addEventListener('popstate', note, { capture: true });
    return () => removeEventListener('popstate', note, { capture: true });
  }, []);
  useLayoutEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    // A jump within the page is such an event too, and leads to no other path.
    if (steppedBackTo.current !== path) scrollTo(0, 0);
    steppedBackTo.current = null;
  }, [path]);
}
