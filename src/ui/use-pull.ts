import { useEffect, useState } from 'react';

/** Releasing at this offset or more refreshes. Px. */
const THRESHOLD = 72;
/** How many px the offset changes per px of touch movement. */
const RESISTANCE = 0.5;

export type Pull = { readonly kind: 'idle' } | { readonly kind: 'pulling' | 'armed'; readonly offset: number };

/** Pull to refresh with one touch, from the top of the page. `onPull` runs when an armed pull is released; null ignores pulls. */
export function usePull(onPull: (() => void) | null): Pull {
  const [pull, setPull] = useState<Pull>({ kind: 'idle' });
  useEffect(() => {
    if (!onPull) return;
    let startY: number | null = null;
    let isArmed = false;
    const start = (event: TouchEvent) => {
      startY = window.scrollY <= 0 && event.touches.length === 1 ? (event.touches[0]?.clientY ?? null) : null;
      isArmed = false;
    };
    const move = (event: TouchEvent) => {
      if (startY === null) return;
      const offset = ((event.touches[0]?.clientY ?? startY) - startY) * RESISTANCE;
      if (offset <= 0) {
        isArmed = false;
        setPull({ kind: 'idle' });
        return;
      }
      isArmed = offset >= THRESHOLD;
      setPull({ kind: isArmed ? 'armed' : 'pulling', offset: Math.min(offset, THRESHOLD * 1.5) });
    };
    const end = () => {
      if (startY !== null && isArmed) onPull();
      startY = null;
      isArmed = false;
      setPull({ kind: 'idle' });
    };
    addEventListener('touchstart', start, { passive: true });
    addEventListener('touchmove', move, { passive: true });
    addEventListener('touchend', end);
    addEventListener('touchcancel', end);
    return () => {
      removeEventListener('touchstart', start);
      removeEventListener('touchmove', move);
      removeEventListener('touchend', end);
      removeEventListener('touchcancel', end);
    };
  }, [onPull]);
  return pull;
}
