import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { aDoor } from './door.test-helper.ts';
import type { Door } from './door.ts';
import { createSearch } from './search.ts';

const unit = (name: string, facts: Partial<Door> = {}) => aDoor({ id: name, name, ...facts });

describe('searching for a door', () => {
  const doors = [
    unit('B204', { locationId: 'x' }),
    unit('Garagentür', { locationId: 'y' }),
    unit('North Gate', { kind: 'entry-point' }),
  ];
  const places: Record<string, string> = { x: 'Elm Street', y: 'São Paulo' };
  const found = (query: string) => createSearch(doors, (id) => places[id ?? ''] ?? '')(query).map(({ name }) => name);

  it.each([
    ['', ['B204', 'Garagentür', 'North Gate']],
    ['   ', ['B204', 'Garagentür', 'North Gate']],
    ['b2', ['B204']],
    ['GATE', ['North Gate']],
    ['gate north', ['North Gate']],
    ['tur', ['Garagentür']],
    ['sao', ['Garagentür']],
    ['elm 204', ['B204']],
    ['Ｂ２０４', ['B204']],
    ['elm gate', []],
    ['.*', []],
  ])('for %j finds %j', (query, names) => {
    expect(found(query)).toEqual(names);
  });

  it('returns the given list for an empty query', () => {
    expect(createSearch(doors, () => '')(' ')).toBe(doors);
  });
});

/** The reference: the same search without prepared texts. */
function referenceSearch(doors: readonly Door[], query: string, locationName: (id: string | null) => string): Door[] {
  const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = fold(query).split(/\s+/).filter(Boolean);
  return doors.filter((door) => {
    const text = fold(`${door.name} ${locationName(door.locationId)}`);
    return words.every((word) => text.includes(word));
  });
}

describe('a prepared search', () => {
  // Few letters, so that queries match; some fold to several letters, or differently at the end of a word.
  const text = fc.array(
    fc.constantFrom('a', 'B', '1', '0', ' ', '-', 'é', 'e', '\u0301', 'Σ', 'ß', 'ﬁ', 'İ', '\u00a0', '\ud800'),
    { maxLength: 6 },
  );
  const anyText = text.map((letters) => letters.join(''));
  const anyDoors = fc
    .array(fc.record({ name: anyText, locationId: fc.constantFrom('x', 'y', null) }), { maxLength: 12 })
    .map((facts) => facts.map((fact, index) => aDoor({ ...fact, id: String(index) })));

  it('finds the same doors as the reference', () => {
    fc.assert(
      fc.property(anyDoors, fc.array(anyText, { maxLength: 4 }), anyText, anyText, (doors, queries, x, y) => {
        const locationName = (id: string | null) => (id === 'x' ? x : id === 'y' ? y : '');
        const search = createSearch(doors, locationName);
        for (const query of queries) expect(search(query)).toEqual(referenceSearch(doors, query, locationName));
      }),
      { numRuns: 500 },
    );
  });

  it('folds each name and each location once, at the first query with words', () => {
    const normalize = vi.spyOn(String.prototype, 'normalize');
    const doors = Array.from({ length: 50 }, (_, index) => unit(`B${index}`, { locationId: index % 2 ? 'x' : 'y' }));
    const search = createSearch(doors, (id) => id ?? '');
    search('');
    expect(normalize).toHaveBeenCalledTimes(1);
    for (const query of ['b', 'b1', 'b12']) search(query);
    expect(normalize).toHaveBeenCalledTimes(1 + 3 + 50 + 2);
  });
});
