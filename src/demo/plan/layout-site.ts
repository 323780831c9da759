import { around, bottom, centre, centred, moved, type Point, type Rect, right, shelve } from './geometry.ts';
import {
  type Block,
  type BuildingLayout,
  blockOf,
  layOutBuilding,
  movedBlock,
  movedBuilding,
  type Placed,
} from './layout-building.ts';
import type { SiteShape } from './site-shape.ts';

export const GATE = { width: 52, height: 12 } as const;
const GATE_PITCH = 104;
/** With more gates than this, half of them are at the back. */
const MAX_FRONT_GATES = 4;
const PAD = 24;
const GAP = 22;
/** Free space behind the gates, which open inward. */
const SWING = 34;
/** Space for the signs of the gates, between the fence and the street. */
const VERGE = 46;
export const ROAD = 30;
const MARGIN = 18;
const NAME = 22;
/** From this width on, the size of the name is a fraction of the width. */
const LARGE = 1000;
const NAME_SIZE_FRACTION = 9;

export type SiteLayout = {
  readonly id: string;
  readonly name: string;
  readonly nameSize: number;
  /** Start of the baseline of its name. */
  readonly nameAt: Point;
  /** Including its streets. */
  readonly bounds: Rect;
  readonly fence: Rect;
  /** Openings in the fence: at each gate, or one where there is no gate. */
  readonly openings: readonly Rect[];
  /** The street at the back, when it has gates there; the street in front belongs to the plan. */
  readonly backRoad: Rect | null;
  readonly buildings: readonly BuildingLayout[];
  readonly gates: Block;
  /** A position on the street, in front of the first gate. */
  readonly street: Point;
};

/**
 * A site at the origin: buildings within a fence with gates, and a street in front.
 *
 * @param aspect preferred ratio of width to height
 */
export function layOutSite({ id, name, gates, buildings }: SiteShape, aspect: number): SiteLayout {
  const shapes = buildings.map((building) => layOutBuilding(building, id));
  const front = gates.length > MAX_FRONT_GATES ? gates.slice(0, Math.ceil(gates.length / 2)) : gates;
  const back = gates.slice(front.length);
  const area = shapes.reduce((sum, { bounds }) => sum + (bounds.width + GAP) * (bounds.height + GAP), 0);
  const widest = Math.max(0, ...shapes.map(({ bounds }) => bounds.width));
  const wanted = Math.max(widest, Math.sqrt(area * aspect));
  const places = centred(
    shelve(
      shapes.map(({ bounds }) => bounds),
      wanted,
      GAP,
    ),
  );
  const yard = around(places);
  const width = Math.max(yard.width, front.length * GATE_PITCH, GATE_PITCH) + 2 * PAD;
  const nameSize = width > LARGE ? Math.round(width / NAME_SIZE_FRACTION) : NAME;
  const top = MARGIN + nameSize * 1.5 + (back.length > 0 ? ROAD + VERGE : 0);
  const swing = { front: front.length > 0 ? SWING : 0, back: back.length > 0 ? SWING : 0 };
  const fence = {
    x: MARGIN,
    y: top,
    width,
    height: swing.front + Math.max(yard.height, GATE_PITCH / 2) + swing.back + 2 * PAD,
  };
  const frontRoad = { x: 0, y: bottom(fence) + VERGE, width: width + 2 * MARGIN, height: ROAD };
  const put: Point = { x: fence.x + (width - yard.width) / 2, y: fence.y + PAD + swing.back };
  const placedGates = [...along(front, 'down'), ...along(back, 'up')];
  const [entrance = centre(fence)] = placedGates.map(centre);
  const placedBuildings = shapes.map((shape, nth) => {
    const { x = 0, y = 0 } = places[nth] ?? {};
    return movedBuilding(shape, { x: put.x + x, y: put.y + y });
  });
  return {
    id,
    name,
    nameSize,
    nameAt: { x: fence.x, y: MARGIN + nameSize },
    bounds: { x: 0, y: 0, width: right(frontRoad), height: bottom(frontRoad) },
    fence,
    openings: placedGates.length > 0 ? placedGates.map(({ x, y }) => ({ x, y, ...GATE })) : [openingAt(0.5, 'down')],
    backRoad: back.length > 0 ? { ...frontRoad, y: top - VERGE - ROAD } : null,
    buildings: placedBuildings,
    gates: blockOf(`${id} gates`, placedGates),
    street: { x: entrance.x, y: centre(frontRoad).y },
  };

  function openingAt(part: number, faces: 'up' | 'down'): Rect {
    const y = faces === 'down' ? bottom(fence) : fence.y;
    return { x: fence.x + fence.width * part - GATE.width / 2, y: y - GATE.height / 2, ...GATE };
  }

  function along(ids: readonly string[], faces: 'up' | 'down'): Placed[] {
    return ids.map((gate, nth) => {
      const opening = openingAt((nth + 0.5) / ids.length, faces);
      const inward = faces === 'down' ? -18 : 18;
      const { x, y } = centre(opening);
      return { id: gate, kind: 'gate', faces, ...opening, personAt: { x, y: y + inward } };
    });
  }
}

/** A copy of the site, moved by `by`. */
export function movedSite(site: SiteLayout, by: Point): SiteLayout {
  const at = (point: Point): Point => ({ x: point.x + by.x, y: point.y + by.y });
  return {
    ...site,
    nameAt: at(site.nameAt),
    bounds: moved(site.bounds, by),
    fence: moved(site.fence, by),
    openings: site.openings.map((opening) => moved(opening, by)),
    backRoad: site.backRoad && moved(site.backRoad, by),
    buildings: site.buildings.map((building) => movedBuilding(building, by)),
    gates: movedBlock(site.gates, by),
    street: at(site.street),
  };
}

export function blocksOf({ buildings, gates }: SiteLayout): Block[] {
  return [...buildings.flatMap(({ blocks }) => blocks), gates];
}
