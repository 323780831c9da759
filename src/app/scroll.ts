import { useEffect, useLayoutEffect, useRef } from 'react';

/** A step on begins at the top of its page; where a step back ends is left to the browser. */
export function useScrollToTop(path: string): void {
  const shown = useRef(path);
  const isStepBack = useRef(false);
  useEffect(() => {
    const note = () => {
      isStepBack.current = true;
    };
    // Before the router hears of it.
    addEventListener('popstate', note, { capture: true });
    return () => removeEventListener('popstate', note, { capture: true });
  }, []);
  useLayoutEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    if (!isStepBack.current) scrollTo(0, 0);
    isStepBack.current = false;
  }, [path]);
}
