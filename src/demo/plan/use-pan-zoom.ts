import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createDetailStore } from './detail-store.ts';
import type { PlanLayout } from './layout.ts';
import { createPanZoom } from './pan-zoom.ts';
import type { PanZoom } from './pointer-controller.ts';

type ViewState = {
  /** Ratio of width to height of the view, rounded to steps, so that small resizes do not change the layout. */
  readonly aspect: number;
  readonly isWhole: boolean;
};

const ASPECTS = [0.5, 0.7, 0.85, 1, 1.2, 1.5, 2] as const;

/**
 * Lets a person move and zoom the plan. Renders only when `isWhole` or the aspect changes; `detailStore` notifies of
 * changes of the detail.
 */
export function usePanZoom(layoutFor: (aspect: number) => PlanLayout) {
  const surface = useRef<HTMLDivElement>(null);
  const world = useRef<HTMLDivElement>(null);
  const panZoom = useRef<PanZoom>(null);
  const [viewState, setViewState] = useState<ViewState>({ aspect: 1, isWhole: true });
  const layout = layoutFor(viewState.aspect);
  const [detailStore] = useState(() => createDetailStore(layout));

  useEffect(() => {
    if (!surface.current || !world.current) return;
    const made = createPanZoom({
      surface: surface.current,
      world: world.current,
      onMove(camera, view, isWhole) {
        const aspect = nearestAspect(view.width / view.height);
        setViewState((before) =>
          before.aspect === aspect && before.isWhole === isWhole ? before : { aspect, isWhole },
        );
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

  return {
    surface,
    world,
    panZoom: panZoom as RefObject<PanZoom | null>,
    layout,
    detailStore,
    isWhole: viewState.isWhole,
  };
}

function nearestAspect(aspect: number): number {
  if (!Number.isFinite(aspect) || aspect <= 0) return 1;
  const distance = (one: number) => Math.abs(Math.log(one / aspect));
  return ASPECTS.reduce<number>((best, one) => (distance(one) < distance(best) ? one : best), 1);
}
