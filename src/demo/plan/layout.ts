import { bottom, moved, type Rect, type Size, shelve } from './geometry.ts';
import type { Placed } from './layout-building.ts';
import { blocksOf, layOutSite, movedSite, ROAD, type SiteLayout } from './layout-site.ts';
import type { SiteShape } from './site-shape.ts';

/** The whole plan in plan units. */
export type PlanLayout = Size & {
  readonly sites: readonly SiteLayout[];
  /** One per row of sites, and one behind each site with gates at the back. */
  readonly streets: readonly Rect[];
  /** Position of each door, by id. */
  readonly places: ReadonlyMap<string, Placed>;
};

/** Between rows of sites. */
const GAP = 24;
/** Ratios of width to height that are tried for a site. */
const ASPECTS = [0.4, 0.6, 0.8, 1, 1.4, 2, 3, 4.5];
/** Up to this many sites, all aspects are tried; with more sites, any aspect fills the view. */
const FEW_SITES = 6;
/** Streets extend this far beyond the plan, which is wider than any screen. */
const STREET_OVERHANG = 3000;

/**
 * Lays out all sites without overlaps; deterministic.
 *
 * @param aspect ratio of width to height of the view
 */
export function layOut(shapes: readonly SiteShape[], aspect = 1): PlanLayout {
  const { sites, places } = shapes.length > FEW_SITES ? inRows(shapes, aspect, aspect) : withBestAspect(shapes, aspect);
  const placed = sites.map((site, nth) => movedSite(site, places[nth] ?? site.bounds));
  const doors = placed.flatMap((site) => blocksOf(site).flatMap((block) => block.doors));
  const size = sizeOf(places);
  return {
    ...size,
    sites: placed,
    streets: streetsOf(placed, size),
    places: new Map(doors.map((door) => [door.id, door])),
  };
}

/** Streets in front extend beyond the plan; a street at the back does so only when there is a single site. */
function streetsOf(sites: readonly SiteLayout[], { width }: Size): Rect[] {
  const long = { x: -STREET_OVERHANG, width: width + 2 * STREET_OVERHANG, height: ROAD };
  const front = [...new Set(sites.map(({ bounds }) => bottom(bounds)))].map((end) => ({ ...long, y: end - ROAD }));
  const back = sites.flatMap(({ backRoad }) => {
    if (!backRoad) return [];
    return [sites.length === 1 ? { ...long, y: backRoad.y } : backRoad];
  });
  return [...front, ...back];
}

type Rows = {
  readonly sites: readonly SiteLayout[];
  readonly places: readonly Rect[];
  /** Height of a view with the given aspect that shows everything at scale 1. */
  readonly reach: number;
};

/** Chooses the aspect of sites that shows the whole plan at the largest scale. */
function withBestAspect(shapes: readonly SiteShape[], aspect: number): Rows {
  const first = inRows(shapes, aspect, aspect);
  return ASPECTS.map((siteAspect) => inRows(shapes, siteAspect, aspect)).reduce(closer, first);
}

/** Chooses the number of sites per row that shows the whole plan at the largest scale. A row shares a street. */
function inRows(shapes: readonly SiteShape[], siteAspect: number, aspect: number): Rows {
  const sites = shapes.map((shape) => layOutSite(shape, siteAspect));
  const sizes = sites.map(({ bounds }) => bounds);
  let best: Rows = { sites, places: [], reach: Number.POSITIVE_INFINITY };
  for (let inRow = 1; inRow <= sizes.length; inRow++) {
    const places = rowsOf(sizes, inRow);
    const { width, height } = sizeOf(places);
    best = closer(best, { sites, places, reach: Math.max(width / aspect, height) });
  }
  return best;
}

const closer = (best: Rows, other: Rows): Rows => (other.reach < best.reach ? other : best);

function rowsOf(sizes: readonly Size[], inRow: number): Rect[] {
  const all: Rect[] = [];
  let y = 0;
  for (let from = 0; from < sizes.length; from += inRow) {
    const row = shelve(sizes.slice(from, from + inRow), Number.POSITIVE_INFINITY, 0);
    const height = Math.max(...row.map((place) => place.height));
    all.push(...row.map((place) => moved(place, { x: 0, y: y + height - place.height })));
    y += height + GAP;
  }
  return all;
}

function sizeOf(rects: readonly Rect[]): Size {
  return {
    width: Math.max(0, ...rects.map(({ x, width }) => x + width)),
    height: Math.max(0, ...rects.map(({ y, height }) => y + height)),
  };
}
