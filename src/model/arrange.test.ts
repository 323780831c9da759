import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createArrange, type DoorGroup, keepFound } from './arrange.ts';
import { aDoor } from './door.test-helper.ts';
import type { Door } from './door.ts';
import { doorStateAt } from './door-state.ts';

const NOON = Date.UTC(2026, 6, 1, 12);
const MINUTE_MS = 60_000;
const overlocked = { kind: 'denied', denial: { kind: 'overlock' } } as const;
const unit = (name: string, facts: Partial<Door> = {}) => aDoor({ id: name, name, ...facts });
const gate = (name: string, facts: Partial<Door> = {}) => unit(name, { kind: 'entry-point', ...facts });
const namesOf = (doors: readonly Door[], lastUsed: string | null = null) =>
  createArrange()(doors, lastUsed, NOON).map((group) => [group.locationId, ...group.doors.map((door) => door.name)]);

/** The reference: a plain sort that compares all doors with each other. */
function referenceArrange(doors: readonly Door[], lastUsedId: string | null, at: number): DoorGroup[] {
  const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
  const rank = (door: Door) => {
    if (door.id === lastUsedId) return 0;
    if (doorStateAt(door, at).kind === 'denied') return 3;
    return door.kind === 'entry-point' ? 1 : 2;
  };
  const groups = [...new Set(doors.map(({ locationId }) => locationId))].map((locationId) => ({
    locationId,
    doors: doors
      .filter((door) => door.locationId === locationId)
      .sort((a, b) => rank(a) - rank(b) || collator.compare(a.name, b.name)),
  }));
  const holds = (group: DoorGroup) => Number(lastUsedId !== null && group.doors[0]?.id === lastUsedId);
  return groups.sort((a, b) => holds(b) - holds(a));
}

const anyFacts = fc.record({
  name: fc.oneof(fc.string({ maxLength: 4 }), fc.stringMatching(/^[aBb][0-9]{1,3}$/)),
  locationId: fc.constantFrom('x', 'y', 'z', null),
  kind: fc.constantFrom('unit' as const, 'entry-point' as const),
  grant: fc.constantFrom(overlocked, { kind: 'permitted' } as const),
  expiresAt: fc.constantFrom(null, NOON - MINUTE_MS, NOON + MINUTE_MS),
  hours: fc.constantFrom(
    [],
    [{ start: 0, end: 721, timeZone: 'UTC' }],
    [{ start: 721, end: 0, timeZone: 'UTC' }],
    [{ start: 0, end: 60, timeZone: null }],
  ),
});
const anyDoors = fc
  .array(anyFacts, { maxLength: 30 })
  .map((facts) => facts.map((fact, index) => aDoor({ ...fact, id: String(index) })));
const anyLastUsed = fc.option(fc.nat({ max: 35 }).map(String));

describe('the list of doors', () => {
  it('sorts numbers naturally and ignores case: B2 before B10', () => {
    expect(namesOf([unit('B10'), unit('b9'), unit('B2'), unit('A100')])).toEqual([[null, 'A100', 'B2', 'b9', 'B10']]);
  });

  it('has permitted entry points first, then permitted units, then denied doors', () => {
    const doors = [unit('A1', { grant: overlocked }), unit('B1'), gate('Gate', { grant: overlocked }), gate('North')];
    expect(namesOf(doors)).toEqual([[null, 'North', 'B1', 'A1', 'Gate']]);
  });

  it('sorts a door outside its hours with the denied ones', () => {
    const closed = { hours: [{ start: 0, end: 60, timeZone: 'UTC' }] };
    expect(namesOf([unit('A1', closed), unit('B1')])).toEqual([[null, 'B1', 'A1']]);
  });

  it('groups doors by location, in the order of the given list', () => {
    const doors = [unit('A2', { locationId: 'y' }), unit('A1', { locationId: 'x' }), unit('A1', { locationId: 'y' })];
    expect(namesOf(doors)).toEqual([
      ['y', 'A1', 'A2'],
      ['x', 'A1'],
    ]);
  });

  it('has the last used door first, even a denied one', () => {
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

  it('contains every door once, and does not change the given list', () => {
    fc.assert(
      fc.property(anyDoors, anyLastUsed, (doors, last) => {
        const before = [...doors];
        const shown = createArrange()(doors, last, NOON).flatMap((group) => group.doors);
        expect(doors).toEqual(before);
        expect(shown.map(({ id }) => id).sort()).toEqual(doors.map(({ id }) => id).sort());
        if (doors.some(({ id }) => id === last)) expect(shown[0]?.id).toBe(last);
      }),
    );
  });

  it('does not depend on earlier calls with other doors or times', () => {
    const moment = fc.integer({ min: -3, max: 3 }).map((minutes) => NOON + minutes * MINUTE_MS);
    const asked = fc.array(fc.tuple(fc.nat({ max: 1 }), anyLastUsed, moment), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(anyDoors, anyDoors, asked, (some, others, questions) => {
        const arrange = createArrange();
        for (const [which, last, at] of questions) {
          const doors = which === 0 ? some : others;
          expect(arrange(doors, last, at)).toEqual(referenceArrange(doors, last, at));
        }
      }),
    );
  });

  it('is the same array while no state changes, and only changed groups are new objects', () => {
    const closing = { hours: [{ start: 0, end: 12 * 60 + 2, timeZone: 'UTC' }] };
    const doors = [unit('A1', { locationId: 'x', ...closing }), unit('A2', { locationId: 'x' }), unit('B1')];
    const arrange = createArrange();
    const before = arrange(doors, 'B1', NOON);
    expect(arrange(doors, 'B1', NOON + MINUTE_MS)).toBe(before);
    const after = arrange(doors, 'B1', NOON + 2 * MINUTE_MS);
    expect(after.map((group) => group.doors.map(({ id }) => id))).toEqual([['B1'], ['A2', 'A1']]);
    expect(after[0]).toBe(before[0]);
  });
});

describe('keepFound', () => {
  it('keeps the order that a list of only the found doors has', () => {
    fc.assert(
      fc.property(anyDoors, anyLastUsed, fc.func(fc.boolean()), (doors, last, isFound) => {
        const found = doors.filter(({ id }) => isFound(id));
        const groups = createArrange()(doors, last, NOON);
        expect(keepFound(groups, found, last)).toEqual(referenceArrange(found, last, NOON));
      }),
    );
  });
});
