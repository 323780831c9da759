import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createDetailStore } from './detail-store.ts';
import type { PlanLayout } from './layout.ts';
import { createPanZoom } from './pan-zoom.ts';
import type { PanZoom } from './pointer-controller.ts';

type Moved = {
  /** Width by height of the view, in steps, so that not every pixel of a window lays the plan out anew. */
  readonly aspect: number;
  readonly isWhole: boolean;
};

const ASPECTS = [0.5, 0.7, 0.85, 1, 1.2, 1.5, 2] as const;

/**
 * Lets the plan be moved. Renders anew only when all of it comes into view or no longer is, and when the view takes another
 * form; what is drawn in detail meanwhile is told to who asks `detailStore`.
 */
export function usePanZoom(layoutFor: (aspect: number) => PlanLayout) {
  const surface = useRef<HTMLDivElement>(null);
  const world = useRef<HTMLDivElement>(null);
  const panZoom = useRef<PanZoom>(null);
  const [moved, setMoved] = useState<Moved>({ aspect: 1, isWhole: true });
  const layout = layoutFor(moved.aspect);
  const [detailStore] = useState(() => createDetailStore(layout));

  useEffect(() => {
    if (!surface.current || !world.current) return;
    const made = createPanZoom({
      surface: surface.current,
      world: world.current,
      onMove(camera, view, isWhole) {
        const aspect = nearestAspect(view.width / view.height);
        setMoved((before) => (before.aspect === aspect && before.isWhole === isWhole ? before : { aspect, isWhole }));
        detailStore.follow(camera, view);
      },
    });
    panZoom.current = made;
    return () => {
      made.end();
      panZoom.current = null;
      detailStore.stop();
    };
  }, [detailStore]);

  useLayoutEffect(() => detailStore.setLayout(layout), [detailStore, layout]);
  const { width, height } = layout;
  useEffect(() => panZoom.current?.setPlan({ width, height }), [width, height]);

  return { surface, world, panZoom: panZoom as RefObject<PanZoom | null>, layout, detailStore, isWhole: moved.isWhole };
}

function nearestAspect(aspect: number): number {
  if (!Number.isFinite(aspect) || aspect <= 0) return 1;
  const off = (one: number) => Math.abs(Math.log(one / aspect));
  return ASPECTS.reduce<number>((best, one) => (off(one) < off(best) ? one : best), 1);
}
