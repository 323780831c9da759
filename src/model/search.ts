import type { Door } from './door.ts';

/** Returns the doors that a query finds, in the order of the list. */
export type Search = (query: string) => readonly Door[];

/**
 * Creates a search of one list of doors. It finds doors whose name and location name together contain every word of the
 * query, ignoring case and accents. A query without words returns the list itself. The texts are prepared once, at the
 * first query with words.
 */
export function createSearch(doors: readonly Door[], locationName: (id: string | null) => string): Search {
  let texts: readonly string[] | null = null;
  return (query) => {
    const words = fold(query).split(/\s+/).filter(Boolean);
    if (words.length === 0) return doors;
    const prepared = texts ?? textsOf(doors, locationName);
    texts = prepared;
    return doors.filter((_door, index) => words.every((word) => prepared[index]?.includes(word)));
  };
}

/** Name and location are joined by a space, which no word contains, so a word never matches across the two. */
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
