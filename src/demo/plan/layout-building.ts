import { around, moved, type Point, type Rect } from './geometry.ts';
import { textWidth } from './label.ts';
import type { BuildingShape } from './site-shape.ts';

export const UNIT = { width: 84, height: 64 } as const;
const CORRIDOR = 36;
/** Space for lamps and names beside a wall with doors. */
const PORCH = 86;
const NAME = 22;
/** Longer names of buildings are cut. */
const MAX_NAME_WIDTH = 160;
export const BUILDING_FONT = 14;
const DOOR = { width: 10, height: 28 } as const;
/** Units of a row that are drawn together as one block. */
const UNITS_PER_BLOCK = 2;

/** Position of a door, and the side to which it opens. */
export type Placed = Rect & {
  readonly id: string;
  readonly kind: 'unit' | 'door' | 'gate';
  readonly faces: 'up' | 'down' | 'left' | 'right';
  /** Position of a person at the door. */
  readonly personAt: Point;
};

/** Doors that are drawn together. */
export type Block = { readonly id: string; readonly bounds: Rect; readonly doors: readonly Placed[] };

export type BuildingLayout = {
  readonly id: string;
  readonly name: string;
  /** Including its name and its porches. */
  readonly bounds: Rect;
  readonly walls: Rect;
  readonly corridors: readonly Rect[];
  readonly blocks: readonly Block[];
};

/** A building at the origin: units on both sides of its corridors, doors where a corridor meets the outer wall. */
export function layOutBuilding({ id, name, units, doors }: BuildingShape, site: string): BuildingLayout {
  const columns = columnsFor(units.length);
  const count = Math.max(1, Math.ceil(units.length / (2 * columns)), Math.ceil(doors.length / 2));
  const rows = units.length > 1 || count > 1 ? 2 : 1;
  const pitch = rows * UNIT.height + CORRIDOR;
  const aisle = count > 1 ? CORRIDOR : 0;
  const left = doors.length > 0 ? PORCH : 0;
  const walls = { x: left, y: NAME, width: aisle + columns * UNIT.width, height: count * pitch };
  const corridors = Array.from({ length: count }, (_, nth) => ({
    x: walls.x,
    y: walls.y + nth * pitch + UNIT.height,
    width: walls.width,
    height: CORRIDOR,
  }));
  const placedUnits = units.map((unit, nth) => placeUnit(unit, nth));
  const placedDoors = doors.map((door, nth) => placeDoor(door, nth));
  const nameWidth = Math.min(MAX_NAME_WIDTH, Math.ceil(textWidth(name, BUILDING_FONT)) + 1);
  const rightPorch = doors.length > count ? PORCH : 0;
  return {
    id,
    name,
    bounds: { x: 0, y: 0, width: left + Math.max(walls.width + rightPorch, nameWidth), height: NAME + walls.height },
    walls,
    // The aisle connects all corridors.
    corridors: aisle > 0 ? [...corridors, { ...walls, width: aisle }] : corridors,
    blocks: blocksOf(`${site} ${id}`, [...placedUnits, ...placedDoors]),
  };

  function columnsFor(count: number): number {
    const square = Math.sqrt(((count / 2) * (2 * UNIT.height + CORRIDOR)) / UNIT.width);
    return Math.min(Math.max(1, Math.round(square)), Math.max(1, Math.ceil(count / 2)));
  }

  function placeUnit(unit: string, nth: number): Placed & { readonly block: string } {
    const corridor = Math.floor(nth / (rows * columns));
    const within = nth % (rows * columns);
    const here = Math.min(rows * columns, units.length - corridor * rows * columns);
    const above = rows === 1 ? here : Math.ceil(here / 2);
    const isAbove = within < above;
    const column = isAbove ? within : within - above;
    const x = walls.x + aisle + column * UNIT.width;
    const y = walls.y + corridor * pitch + (isAbove ? 0 : UNIT.height + CORRIDOR);
    return {
      id: unit,
      kind: 'unit',
      faces: isAbove ? 'down' : 'up',
      x,
      y,
      ...UNIT,
      personAt: { x: x + UNIT.width / 2, y: isAbove ? y + UNIT.height + CORRIDOR / 2 : y - CORRIDOR / 2 },
      block: `${corridor} ${Math.floor(column / UNITS_PER_BLOCK)}`,
    };
  }

  function placeDoor(door: string, nth: number): Placed & { readonly block: string } {
    const isLeft = nth < count;
    const corridor = nth % count;
    const lastBlock = Math.floor((columns - 1) / UNITS_PER_BLOCK);
    const y = walls.y + corridor * pitch + UNIT.height + CORRIDOR / 2;
    const x = isLeft ? walls.x : walls.x + walls.width;
    return {
      id: door,
      kind: 'door',
      faces: isLeft ? 'left' : 'right',
      x: x - DOOR.width / 2,
      y: y - DOOR.height / 2,
      ...DOOR,
      personAt: { x: isLeft ? x + CORRIDOR / 2 + 4 : x - CORRIDOR / 2 - 4, y },
      block: `${corridor} ${isLeft ? 0 : lastBlock}`,
    };
  }
}

function blocksOf(building: string, doors: readonly (Placed & { readonly block: string })[]): Block[] {
  const blocks = new Map<string, Placed[]>();
  for (const { block, ...door } of doors) blocks.set(block, [...(blocks.get(block) ?? []), door]);
  return [...blocks].map(([id, inside]) => blockOf(`${building} ${id}`, inside));
}

export function blockOf(id: string, doors: readonly Placed[]): Block {
  return { id, doors, bounds: around(doors) };
}

export function movedBlock({ id, bounds, doors }: Block, by: Point): Block {
  const moveBy = ({ personAt }: Placed): Point => ({ x: personAt.x + by.x, y: personAt.y + by.y });
  return {
    id,
    bounds: moved(bounds, by),
    doors: doors.map((door) => ({ ...moved(door, by), personAt: moveBy(door) })),
  };
}

export function movedBuilding(building: BuildingLayout, by: Point): BuildingLayout {
  return {
    ...building,
    bounds: moved(building.bounds, by),
    walls: moved(building.walls, by),
    corridors: building.corridors.map((corridor) => moved(corridor, by)),
    blocks: building.blocks.map((block) => movedBlock(block, by)),
  };
}
