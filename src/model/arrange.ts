import type { Door } from './door.ts';
import { doorStateAt } from './door-state.ts';

export type DoorGroup = { readonly locationId: string | null; readonly doors: readonly Door[] };

/**
 * Doors as the list shows them: by location (locations in the order they first come), the last used door on top of
 * everything, permitted before denied, and otherwise by name with numbers in human order. `at` is epoch ms.
 */
export function arrangeDoors(doors: readonly Door[], lastUsedId: string | null, at: number): DoorGroup[] {
  const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
  const rank = new Map<Door, number>();
  for (const door of doors) {
    const permitted = doorStateAt(door, at).kind === 'permitted';
    rank.set(door, door.id === lastUsedId ? 0 : permitted ? (door.kind === 'entry-point' ? 1 : 2) : 3);
  }
  const byLocation = new Map<string | null, Door[]>();
  for (const door of doors) {
    const group = byLocation.get(door.locationId);
    if (group) group.push(door);
    else byLocation.set(door.locationId, [door]);
  }
  const groups = [...byLocation].map(([locationId, group]) => ({
    locationId,
    doors: group.sort((a, b) => (rank.get(a) ?? 3) - (rank.get(b) ?? 3) || collator.compare(a.name, b.name)),
  }));
  return groups.sort((a, b) => Number(holds(b.doors, lastUsedId)) - Number(holds(a.doors, lastUsedId)));
}

function holds(doors: readonly Door[], id: string | null): boolean {
  return id !== null && doors[0]?.id === id;
}

/** Doors whose name, or whose location's name, contains every word of `query`, without regard to case or accents. */
export function searchDoors(
  doors: readonly Door[],
  query: string,
  locationName: (id: string | null) => string,
): readonly Door[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return doors;
  return doors.filter((door) => {
    const text = fold(`${door.name} ${locationName(door.locationId)}`);
    return words.every((word) => text.includes(word));
  });
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
