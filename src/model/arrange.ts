import type { Door, DoorForm } from './door.ts';

/** The doors that stand before all others, or the rest of the doors of one location. */
export type DoorGroup = {
  /** Unique in the list. */
  readonly key: string;
  readonly kind: 'first' | 'location';
  /** Null for the first group, and where the system names no location. */
  readonly locationId: string | null;
  readonly doors: readonly Door[];
};

/**
 * Groups and sorts doors; `firstIds` are the doors of the first group, in its order. Returns the previous array and groups
 * where nothing changed.
 */
export type Arrange = (doors: readonly Door[], firstIds: readonly string[]) => readonly DoorGroup[];

/**
 * Creates a function that arranges doors: first one group with the doors of `firstIds`, then the other doors by location.
 * Locations are in the order of their first door, but the location of the very first door is before the others. Within a
 * location doors are sorted by form, then by name with natural numbers; whether a door is denied does not change its place.
 * Names are compared once per list.
 */
export function createArrange(): Arrange {
  let sorted: { readonly doors: readonly Door[]; readonly groups: readonly DoorGroup[] } = { doors: [], groups: [] };
  let arrangedIds: readonly string[] = [];
  let arranged: readonly DoorGroup[] = [];

  return (doors, firstIds) => {
    if (sorted.doors === doors && arrangedIds === firstIds) return arranged;
    if (sorted.doors !== doors) sorted = { doors, groups: byLocation(doors) };
    arrangedIds = firstIds;
    arranged = keepUnchanged(arranged, withFirst(sorted.groups, findFirst(doors, firstIds)));
    return arranged;
  };
}

/** Reduces the groups to the doors that a search found, in the same order. */
export function keepFound(groups: readonly DoorGroup[], found: readonly Door[]): readonly DoorGroup[] {
  const wanted = new Set(found);
  return filterGroups(groups, (door) => wanted.has(door));
}

/** The order of forms within a location. */
const RANKS: Readonly<Record<DoorForm, number>> = {
  gate: 0,
  'outer-door': 1,
  'inner-door': 2,
  'rollup-door': 3,
  other: 3,
  unit: 4,
};

function byLocation(doors: readonly Door[]): DoorGroup[] {
  const { compare } = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
  const byId = new Map<string | null, Door[]>();
  for (const door of doors) {
    const group = byId.get(door.locationId);
    if (group) group.push(door);
    else byId.set(door.locationId, [door]);
  }
  return [...byId].map(([locationId, group]) => ({
    key: locationId === null ? 'location' : `location-${locationId}`,
    kind: 'location',
    locationId,
    doors: group.sort((a, b) => RANKS[a.form] - RANKS[b.form] || compare(a.name, b.name)),
  }));
}

/** The doors with these ids, in the order of the ids. */
function findFirst(doors: readonly Door[], ids: readonly string[]): Door[] {
  if (ids.length === 0) return [];
  const wanted = new Set(ids);
  const byId = new Map(doors.filter(({ id }) => wanted.has(id)).map((door) => [door.id, door]));
  return [...wanted].flatMap((id) => byId.get(id) ?? []);
}

function withFirst(groups: readonly DoorGroup[], doors: readonly Door[]): readonly DoorGroup[] {
  const [lead] = doors;
  if (!lead) return groups;
  const moved = new Set(doors);
  const rest = filterGroups(groups, (door) => !moved.has(door));
  const isNear = ({ locationId }: DoorGroup) => locationId === lead.locationId;
  return [
    { key: 'first', kind: 'first', locationId: null, doors },
    ...rest.filter(isNear),
    ...rest.filter((group) => !isNear(group)),
  ];
}

/** Groups that lose no door stay the same objects; those that lose all are left out. */
function filterGroups(groups: readonly DoorGroup[], isKept: (door: Door) => boolean): DoorGroup[] {
  return groups
    .map((group) => {
      const doors = group.doors.filter(isKept);
      return doors.length === group.doors.length ? group : { ...group, doors };
    })
    .filter(({ doors }) => doors.length > 0);
}

/** The next groups, with the previous objects for unchanged ones. */
function keepUnchanged(before: readonly DoorGroup[], next: readonly DoorGroup[]): readonly DoorGroup[] {
  const byKey = new Map(before.map((group) => [group.key, group]));
  const kept = next.map((group) => {
    const known = byKey.get(group.key);
    return known && isSame(known.doors, group.doors) ? known : group;
  });
  return isSame(before, kept) ? before : kept;
}

function isSame<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
