import type { Door } from './door.ts';
import { isPermittedAt } from './door-state.ts';

export type DoorGroup = { readonly locationId: string | null; readonly doors: readonly Door[] };

/** Groups and sorts doors at `at` (epoch ms). Returns the previous array and groups where nothing changed. */
export type Arrange = (doors: readonly Door[], lastUsedId: string | null, at: number) => readonly DoorGroup[];

/**
 * Creates a function that groups doors by location, in the order of their first door. The group with the last used door
 * comes first, and starts with that door. Within a location permitted doors come before denied ones, entry points before
 * units, then by name with natural numbers. It compares names once per list, and creates a new group only when the order within it changed.
 */
export function createArrange(): Arrange {
  let sorted: { readonly doors: readonly Door[]; readonly groups: readonly DoorGroup[] } = { doors: [], groups: [] };
  let shown: readonly Ranked[] = [];
  let arranged: readonly DoorGroup[] = [];

  return (doors, lastUsedId, at) => {
    if (sorted.doors !== doors) {
      sorted = { doors, groups: byLocationAndName(doors) };
      shown = [];
      arranged = [];
    }
    const before = shown;
    shown = sorted.groups.map((group, index) => ranked(group, lastUsedId, at, before[index]));
    if (before.length === shown.length && shown.every((group, index) => group === before[index])) return arranged;
    arranged = lastUsedFirst(
      shown.map(({ group }) => group),
      lastUsedId,
    );
    return arranged;
  };
}

/** Reduces the groups to the doors that a search found. Locations are in the order of their first found door. */
export function keepFound(
  groups: readonly DoorGroup[],
  found: readonly Door[],
  lastUsedId: string | null,
): readonly DoorGroup[] {
  const wanted = new Set(found);
  const byLocation = new Map(groups.map((group) => [group.locationId, group]));
  const locations = new Set(found.map(({ locationId }) => locationId));
  const kept = [...locations].map((locationId) => ({
    locationId,
    doors: (byLocation.get(locationId)?.doors ?? []).filter((door) => wanted.has(door)),
  }));
  return lastUsedFirst(kept, lastUsedId);
}

function byLocationAndName(doors: readonly Door[]): DoorGroup[] {
  const { compare } = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
  const byLocation = new Map<string | null, Door[]>();
  for (const door of doors) {
    const group = byLocation.get(door.locationId);
    if (group) group.push(door);
    else byLocation.set(door.locationId, [door]);
  }
  return [...byLocation].map(([locationId, group]) => ({
    locationId,
    doors: group.sort((a, b) => compare(a.name, b.name)),
  }));
}

/** A sorted group, and the rank of each door in the order of names. */
type Ranked = { readonly ranks: readonly number[]; readonly group: DoorGroup };

function ranked({ locationId, doors }: DoorGroup, lastUsedId: string | null, at: number, before?: Ranked): Ranked {
  const ranks = doors.map((door) => rankOf(door, lastUsedId, at));
  if (before && ranks.every((rank, index) => rank === before.ranks[index])) return before;
  const byRank: Door[][] = [[], [], [], []];
  for (const [index, door] of doors.entries()) byRank[ranks[index] ?? 3]?.push(door);
  return { ranks, group: { locationId, doors: byRank.flat() } };
}

function rankOf(door: Door, lastUsedId: string | null, at: number): number {
  if (door.id === lastUsedId) return 0;
  if (!isPermittedAt(door, at)) return 3;
  return door.kind === 'entry-point' ? 1 : 2;
}

function lastUsedFirst(groups: readonly DoorGroup[], lastUsedId: string | null): readonly DoorGroup[] {
  const index = lastUsedId === null ? -1 : groups.findIndex(({ doors }) => doors[0]?.id === lastUsedId);
  const first = groups[index];
  return first && index > 0 ? [first, ...groups.slice(0, index), ...groups.slice(index + 1)] : groups;
}
