import type { AccessList } from './door.ts';

/**
 * The newer list, with the objects of the known list for unchanged doors (structural sharing), so that React renders only
 * the changed ones again.
 */
export function keepKnownDoors(known: AccessList | undefined, next: AccessList): AccessList {
  if (!known || known === next) return next;
  const byId = new Map(known.doors.map((door) => [door.id, door]));
  const doors = next.doors.map((door) => {
    const before = byId.get(door.id);
    return before && isEqual(before, door) ? before : door;
  });
  const isKnown = doors.length === known.doors.length && doors.every((door, index) => door === known.doors[index]);
  if (isKnown && known.syncedAt === next.syncedAt) return known;
  return { ...next, doors: isKnown ? known.doors : doors };
}

/** Deep equality of plain values. */
function isEqual<T>(a: T, b: T): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a) as (keyof T)[];
  return keys.length === Object.keys(b).length && keys.every((key) => isEqual(a[key], b[key]));
}
