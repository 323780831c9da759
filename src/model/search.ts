import type { Door } from './door.ts';

/** Answers a query with the doors it finds, in the order of the list. */
export type Search = (query: string) => readonly Door[];

/**
 * A search over one list of doors: those whose name, or whose location's name, contains every word of the query, without
 * regard to case or accents. A query without words finds the list itself. The texts are made ready once, at the first
 * query that has words.
 */
export function createSearch(doors: readonly Door[], locationName: (id: string | null) => string): Search {
  let texts: readonly string[] | null = null;
  return (query) => {
    const words = fold(query).split(/\s+/).filter(Boolean);
    if (words.length === 0) return doors;
    const ready = texts ?? textsOf(doors, locationName);
    texts = ready;
    return doors.filter((_door, index) => words.every((word) => ready[index]?.includes(word)));
  };
}

/** A word has no space in it, so what is folded in two parts finds the same as what is folded as one. */
function textsOf(doors: readonly Door[], locationName: (id: string | null) => string): string[] {
  const places = new Map<string | null, string>();
  return doors.map(({ name, locationId }) => {
    const place = places.get(locationId) ?? fold(locationName(locationId));
    places.set(locationId, place);
    return `${fold(name)} ${place}`;
  });
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
