import { type Camera, visibleArea } from './camera.ts';
import { centre, grown, overlap, type Rect, type Size } from './geometry.ts';
import type { PlanLayout } from './layout.ts';
import type { Block } from './layout-building.ts';
import { blocksOf } from './layout-site.ts';

/** The part of the plan in which single doors are drawn. */
export type Detail =
  | { readonly kind: 'all' }
  /** Single doors are not drawn; each site is drawn as a whole. */
  | { readonly kind: 'far' }
  /** Single doors are drawn only in these blocks. */
  | { readonly kind: 'near'; readonly blocks: readonly Near[] };

/** A block, and the index of its site. */
export type Near = { readonly site: number; readonly block: Block };

/** Plans with at most this many doors are always drawn in detail. */
const SMALL_PLAN_DOORS = 300;
/** From this scale on, single doors are distinguishable. */
const MIN_NEAR_SCALE = 0.6;
/** Doors this far outside of the view are drawn in advance. In CSS px. */
const OVERSCAN = 160;

export const isSmall = ({ places }: PlanLayout): boolean => places.size <= SMALL_PLAN_DOORS;

export function firstDetail(layout: PlanLayout): Detail {
  return isSmall(layout) ? { kind: 'all' } : { kind: 'far' };
}

/**
 * The detail to draw next: adds at most `maxBlocks` blocks to `before`, those near the middle of the view (CSS px)
 * first. `isDone` is false when more are missing. `detail` is `before` itself when nothing changes.
 */
export function detailAt(
  layout: PlanLayout,
  camera: Camera,
  view: Size,
  before: Detail,
  maxBlocks: number,
): { readonly detail: Detail; readonly isDone: boolean } {
  if (isSmall(layout)) return { detail: before.kind === 'all' ? before : { kind: 'all' }, isDone: true };
  if (camera.scale < MIN_NEAR_SCALE) return { detail: before.kind === 'far' ? before : { kind: 'far' }, isDone: true };
  const window = grown(visibleArea(camera, view), OVERSCAN / camera.scale);
  const wanted = blocksWithin(layout, window);
  const drawn = new Set(before.kind === 'near' ? before.blocks.map(({ block }) => block) : []);
  const kept = wanted.filter(({ block }) => drawn.has(block));
  const missing = wanted.filter(({ block }) => !drawn.has(block));
  if (before.kind === 'near' && missing.length === 0 && kept.length === drawn.size) {
    return { detail: before, isDone: true };
  }
  const middle = centre(window);
  const distance = ({ block }: Near) => {
    const { x, y } = centre(block.bounds);
    return Math.hypot(x - middle.x, y - middle.y);
  };
  const next = missing.toSorted((a, b) => distance(a) - distance(b)).slice(0, maxBlocks);
  return { detail: { kind: 'near', blocks: [...kept, ...next] }, isDone: missing.length === next.length };
}

function blocksWithin({ sites }: PlanLayout, window: Rect): Near[] {
  return sites.flatMap((layout, site) => {
    if (!overlap(layout.bounds, window)) return [];
    return blocksOf(layout)
      .filter(({ bounds }) => overlap(bounds, window))
      .map((block) => ({ site, block }));
  });
}
