import { type Camera, seen } from './camera.ts';
import { centre, grown, overlap, type Rect, type Size } from './geometry.ts';
import type { PlanLayout } from './layout.ts';
import type { Block } from './layout-building.ts';
import { blocksOf } from './layout-site.ts';

/** How much of the plan is drawn door by door. */
export type Detail =
  | { readonly kind: 'all' }
  /** Only sites as a whole. */
  | { readonly kind: 'far' }
  /** The blocks of these ids; all else as from afar. */
  | { readonly kind: 'near'; readonly blocks: readonly Near[] };

/** A block, and which of the sites it is of. */
export type Near = { readonly site: number; readonly block: Block };

/** Plans of no more doors are drawn in detail at every distance. */
const SMALL = 300;
/** From this scale on a door can be told from the next. */
const NEAR_FROM = 0.6;
/** Doors so far outside of the view are drawn, too, as they are next. In CSS px. */
const AHEAD = 160;

export const isSmall = ({ places }: PlanLayout): boolean => places.size <= SMALL;

export function firstDetail(layout: PlanLayout): Detail {
  return isSmall(layout) ? { kind: 'all' } : { kind: 'far' };
}

/**
 * What is to be drawn next: at most so many blocks more than before, those in the middle of the view (CSS px) first. `isDone`
 * is false where others are left. The same object as `before` where nothing changes.
 */
export function detailAt(
  layout: PlanLayout,
  camera: Camera,
  view: Size,
  before: Detail,
  mostBlocks: number,
): { readonly detail: Detail; readonly isDone: boolean } {
  if (isSmall(layout)) return { detail: before.kind === 'all' ? before : { kind: 'all' }, isDone: true };
  if (camera.scale < NEAR_FROM) return { detail: before.kind === 'far' ? before : { kind: 'far' }, isDone: true };
  const window = grown(seen(camera, view), AHEAD / camera.scale);
  const wanted = blocksWithin(layout, window);
  const drawn = new Set(before.kind === 'near' ? before.blocks.map(({ block }) => block) : []);
  const kept = wanted.filter(({ block }) => drawn.has(block));
  const missing = wanted.filter(({ block }) => !drawn.has(block));
  if (before.kind === 'near' && missing.length === 0 && kept.length === drawn.size) {
    return { detail: before, isDone: true };
  }
  const middle = centre(window);
  const off = ({ block }: Near) => {
    const { x, y } = centre(block.bounds);
    return Math.hypot(x - middle.x, y - middle.y);
  };
  const next = missing.toSorted((a, b) => off(a) - off(b)).slice(0, mostBlocks);
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
