import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createDetailing } from './detailing.ts';
import type { Mover } from './hands.ts';
import type { PlanLayout } from './layout.ts';
import { createMover } from './mover.ts';

type Moved = {
  /** Width by height of the view, in steps, so that not every pixel of a window lays the plan out anew. */
  readonly aspect: number;
  readonly isWhole: boolean;
};

const ASPECTS = [0.5, 0.7, 0.85, 1, 1.2, 1.5, 2] as const;

/**
 * Lets the plan be moved. Renders anew only when all of it comes into view or no longer is, and when the view takes another
 * form; what is drawn in detail meanwhile is told to who asks `detailing`.
 */
export function useMover(layoutFor: (aspect: number) => PlanLayout) {
  const surface = useRef<HTMLDivElement>(null);
  const world = useRef<HTMLDivElement>(null);
  const mover = useRef<Mover>(null);
  const [moved, setMoved] = useState<Moved>({ aspect: 1, isWhole: true });
  const layout = layoutFor(moved.aspect);
  const [detailing] = useState(() => createDetailing(layout));

  useEffect(() => {
    if (!surface.current || !world.current) return;
    const made = createMover({
      surface: surface.current,
      world: world.current,
      onMove(camera, view, isWhole) {
        const aspect = nearestAspect(view.width / view.height);
        setMoved((before) => (before.aspect === aspect && before.isWhole === isWhole ? before : { aspect, isWhole }));
        detailing.follow(camera, view);
      },
    });
    mover.current = made;
    return () => {
      made.end();
      mover.current = null;
      detailing.stop();
    };
  }, [detailing]);

  useLayoutEffect(() => detailing.setLayout(layout), [detailing, layout]);
  const { width, height } = layout;
  useEffect(() => mover.current?.setPlan({ width, height }), [width, height]);

  return { surface, world, mover: mover as RefObject<Mover | null>, layout, detailing, isWhole: moved.isWhole };
}

function nearestAspect(aspect: number): number {
  if (!Number.isFinite(aspect) || aspect <= 0) return 1;
  const off = (one: number) => Math.abs(Math.log(one / aspect));
  return ASPECTS.reduce<number>((best, one) => (off(one) < off(best) ? one : best), 1);
}
