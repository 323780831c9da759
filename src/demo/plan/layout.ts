import { bottom, moved, type Rect, type Size, shelve } from './geometry.ts';
import type { Placed } from './layout-building.ts';
import { blocksOf, layOutSite, movedSite, ROAD, type SiteLayout } from './layout-site.ts';
import type { SiteShape } from './site-shape.ts';

/** The whole plan in plan units. */
export type PlanLayout = Size & {
  readonly sites: readonly SiteLayout[];
  /** One along each row of sites, and at the back of sites that have gates there. */
  readonly streets: readonly Rect[];
  /** Each door's place by its id. */
  readonly places: ReadonlyMap<string, Placed>;
};

/** Between rows of sites; within a row their streets are one. */
const GAP = 24;
/** Width by height that a site may come near to. */
const FORMS = [0.4, 0.6, 0.8, 1, 1.4, 2, 3, 4.5];
/** So many sites are tried in every form; more of them fill a view in any. */
const FEW = 6;
/** Wider than any screen. */
const BEYOND = 3000;

/**
 * Where everything stands, and nothing overlaps. The same sites are laid out in the same way always.
 *
 * @param aspect width by height of what the plan is seen in
 */
export function layOut(shapes: readonly SiteShape[], aspect = 1): PlanLayout {
  const { sites, places } = shapes.length > FEW ? inRows(shapes, aspect, aspect) : inBestForm(shapes, aspect);
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

/** Those before the sites lead on beyond the plan; those at the back do where no other site is in their way. */
function streetsOf(sites: readonly SiteLayout[], { width }: Size): Rect[] {
  const long = { x: -BEYOND, width: width + 2 * BEYOND, height: ROAD };
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
  /** The height of a view of the plan's aspect in which all of it is seen at the scale 1. */
  readonly reach: number;
};

/** With its sites wide or tall, whichever lets the whole be seen at the largest scale. */
function inBestForm(shapes: readonly SiteShape[], aspect: number): Rows {
  const first = inRows(shapes, aspect, aspect);
  return FORMS.map((form) => inRows(shapes, form, aspect)).reduce(closer, first);
}

/** In rows of as many that the whole can be seen at the largest scale. Within a row they all end at the same street. */
function inRows(shapes: readonly SiteShape[], form: number, aspect: number): Rows {
  const sites = shapes.map((shape) => layOutSite(shape, form));
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
