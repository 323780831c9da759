import type { AccessList } from './door.ts';

/**
 * The newer list, made of the very objects of the known one wherever it says the same of a door: what is drawn of a door
 * is drawn again only when the door changed.
 */
export function keepKnownDoors(known: AccessList | undefined, next: AccessList): AccessList {
  if (!known || known === next) return next;
  const byId = new Map(known.doors.map((door) => [door.id, door]));
  const doors = next.doors.map((door) => {
    const before = byId.get(door.id);
    return before && saysTheSame(before, door) ? before : door;
  });
  const isKnown = doors.length === known.doors.length && doors.every((door, index) => door === known.doors[index]);
  if (isKnown && known.syncedAt === next.syncedAt) return known;
  return { ...next, doors: isKnown ? known.doors : doors };
}

/** A door is made of plain values alone. */
function saysTheSame<T>(a: T, b: T): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a) as (keyof T)[];
  return keys.length === Object.keys(b).length && keys.every((key) => saysTheSame(a[key], b[key]));
}
