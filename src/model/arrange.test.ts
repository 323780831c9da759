import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrangeDoors, searchDoors } from './arrange.ts';
import { aDoor } from './door.test-helper.ts';
import type { Door } from './door.ts';

const NOON = Date.UTC(2026, 6, 1, 12);
const overlocked = { kind: 'denied', denial: { kind: 'overlock' } } as const;
const unit = (name: string, facts: Partial<Door> = {}) => aDoor({ id: name, name, ...facts });
const gate = (name: string, facts: Partial<Door> = {}) => unit(name, { kind: 'entry-point', ...facts });
const namesOf = (doors: readonly Door[], lastUsed: string | null = null) =>
  arrangeDoors(doors, lastUsed, NOON).map((group) => [group.locationId, ...group.doors.map((door) => door.name)]);

describe('the list of doors', () => {
  it('counts as people count: B2 before B10, whatever the case', () => {
    expect(namesOf([unit('B10'), unit('b9'), unit('B2'), unit('A100')])).toEqual([[null, 'A100', 'B2', 'b9', 'B10']]);
  });

  it('shows the way in first, then what opens, then what does not', () => {
    const doors = [unit('A1', { grant: overlocked }), unit('B1'), gate('Gate', { grant: overlocked }), gate('North')];
    expect(namesOf(doors)).toEqual([[null, 'North', 'B1', 'A1', 'Gate']]);
  });

  it('takes a door outside its hours for one that does not open', () => {
    const closed = { hours: [{ start: 0, end: 60, timeZone: 'UTC' }] };
    expect(namesOf([unit('A1', closed), unit('B1')])).toEqual([[null, 'B1', 'A1']]);
  });

  it('keeps locations together, in the order they come', () => {
    const doors = [unit('A2', { locationId: 'y' }), unit('A1', { locationId: 'x' }), unit('A1', { locationId: 'y' })];
    expect(namesOf(doors)).toEqual([
      ['y', 'A1', 'A2'],
      ['x', 'A1'],
    ]);
  });

  it('puts the door that was used last on top of everything, denied or not', () => {
    const doors = [
      gate('Gate', { locationId: 'x' }),
      unit('A1', { locationId: 'y' }),
      unit('B7', { locationId: 'y', grant: overlocked }),
    ];
    expect(namesOf(doors, 'B7')).toEqual([
      ['y', 'B7', 'A1'],
      ['x', 'Gate'],
    ]);
    expect(namesOf(doors, 'gone')[0]?.[0]).toBe('x');
  });

  it('has every door once, and leaves the given list as it was', () => {
    const door = fc.record({
      name: fc.string({ maxLength: 4 }),
      locationId: fc.constantFrom('x', 'y', null),
      kind: fc.constantFrom('unit' as const, 'entry-point' as const),
      denied: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(door), fc.nat({ max: 5 }), (facts, last) => {
        const doors = facts.map(({ denied, ...rest }, index) =>
          aDoor({ id: String(index), ...rest, grant: denied ? overlocked : { kind: 'permitted' } }),
        );
        const before = [...doors];
        const shown = arrangeDoors(doors, String(last), NOON).flatMap((group) => group.doors);
        expect(doors).toEqual(before);
        expect(shown.map(({ id }) => id).sort()).toEqual(doors.map(({ id }) => id).sort());
        if (last < doors.length) expect(shown[0]?.id).toBe(String(last));
      }),
    );
  });
});

describe('searching for a door', () => {
  const doors = [unit('B204', { locationId: 'x' }), unit('Garagentür', { locationId: 'y' }), gate('North Gate')];
  const places: Record<string, string> = { x: 'Elm Street', y: 'São Paulo' };
  const found = (query: string) => searchDoors(doors, query, (id) => places[id ?? ''] ?? '').map(({ name }) => name);

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
});
