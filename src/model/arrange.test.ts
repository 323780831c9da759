import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createArrange, type DoorGroup, keepFound } from './arrange.ts';
import { aDoor } from './door.test-helper.ts';
import type { Door, DoorForm } from './door.ts';

const FORMS: readonly DoorForm[] = ['gate', 'outer-door', 'inner-door', 'rollup-door', 'other', 'unit'];

const unit = (name: string, facts: Partial<Door> = {}) => aDoor({ id: name, name, ...facts });
const shared = (name: string, form: DoorForm, facts: Partial<Door> = {}) =>
  unit(name, { kind: 'entry-point', form, ...facts });
const namesOf = (doors: readonly Door[], firstIds: readonly string[] = []) =>
  createArrange()(doors, firstIds).map(({ kind, locationId, doors }) => [
    kind === 'first' ? 'first' : locationId,
    ...doors.map(({ name }) => name),
  ]);

/** The reference: plain sorts that compare all doors with each other. */
function referenceArrange(doors: readonly Door[], firstIds: readonly string[]): Omit<DoorGroup, 'key'>[] {
  const { compare } = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
  const order = [['gate'], ['outer-door'], ['inner-door'], ['rollup-door', 'other'], ['unit']];
  const place = ({ form }: Door) => order.findIndex((forms) => forms.includes(form));
  const first = doors
    .filter(({ id }) => firstIds.includes(id))
    .sort((a, b) => firstIds.indexOf(a.id) - firstIds.indexOf(b.id));
  const leads = (locationId: string | null) => Number(first.length > 0 && first[0]?.locationId === locationId);
  const locations = [...new Set(doors.map(({ locationId }) => locationId))]
    .sort((a, b) => leads(b) - leads(a))
    .map((locationId) => ({
      kind: 'location' as const,
      locationId,
      doors: doors
        .filter((door) => door.locationId === locationId && !first.includes(door))
        .sort((a, b) => place(a) - place(b) || compare(a.name, b.name)),
    }));
  return [{ kind: 'first' as const, locationId: null, doors: first }, ...locations].filter(
    (group) => group.doors.length > 0,
  );
}

const withoutKeys = (groups: readonly DoorGroup[]) => groups.map(({ key: _key, ...group }) => group);

const anyFacts = fc
  .record({
    name: fc.oneof(fc.string({ maxLength: 4 }), fc.stringMatching(/^[aBb][0-9]{1,3}$/)),
    locationId: fc.constantFrom('x', 'y', '', null),
    form: fc.constantFrom(...FORMS),
    grant: fc.constantFrom({ kind: 'denied', denial: { kind: 'overlock' } } as const, { kind: 'permitted' } as const),
  })
  .map((facts) => ({ ...facts, kind: facts.form === 'unit' ? ('unit' as const) : ('entry-point' as const) }));
const anyDoors = fc
  .array(anyFacts, { maxLength: 30 })
  .map((facts) => facts.map((fact, index) => aDoor({ ...fact, id: String(index) })));
const anyFirstIds = fc.array(fc.nat({ max: 35 }).map(String), { maxLength: 6 });

describe('the list of doors', () => {
  it('sorts numbers naturally and ignores case: B2 before B10', () => {
    expect(namesOf([unit('B10'), unit('b9'), unit('B2'), unit('A100')])).toEqual([[null, 'A100', 'B2', 'b9', 'B10']]);
  });

  it('has gates, outer doors, inner doors and other entry points in this order, then units', () => {
    const doors = [
      unit('A1'),
      shared('A2', 'other'),
      shared('A3', 'rollup-door'),
      shared('A4', 'inner-door'),
      shared('A5', 'outer-door'),
      shared('A6', 'gate'),
    ];
    expect(namesOf(doors)).toEqual([[null, 'A6', 'A5', 'A4', 'A2', 'A3', 'A1']]);
  });

  it('keeps denied doors at the place that they have when they are permitted', () => {
    const grant = { kind: 'denied', denial: { kind: 'overlock' } } as const;
    const closed = { hours: [{ start: 0, end: 0, timeZone: 'UTC' }], expiresAt: 0 };
    expect(namesOf([unit('B1'), unit('A1', { grant }), unit('A2', closed)])).toEqual([[null, 'A1', 'A2', 'B1']]);
  });

  it('groups doors by location, in the order of the given list', () => {
    const doors = [unit('A2', { locationId: 'y' }), unit('A1', { locationId: 'x' }), unit('A1', { locationId: 'y' })];
    expect(namesOf(doors)).toEqual([
      ['y', 'A1', 'A2'],
      ['x', 'A1'],
    ]);
  });

  it('has the first doors in the given order, each once, then the location of the very first one', () => {
    const doors = [
      shared('Gate', 'gate', { locationId: 'x' }),
      unit('A1', { locationId: 'y' }),
      unit('B7', { locationId: 'y' }),
      unit('C2', { locationId: 'z' }),
    ];
    expect(namesOf(doors, ['B7', 'gone', 'C2', 'B7'])).toEqual([
      ['first', 'B7', 'C2'],
      ['y', 'A1'],
      ['x', 'Gate'],
    ]);
  });

  it('has no first group if none of the first doors is on the list', () => {
    expect(namesOf([unit('A1')], ['gone'])).toEqual([[null, 'A1']]);
  });

  it('contains every door once under keys that differ, and does not change the given lists', () => {
    fc.assert(
      fc.property(anyDoors, anyFirstIds, (doors, firstIds) => {
        const before = [[...doors], [...firstIds]];
        const groups = createArrange()(doors, firstIds);
        const shown = groups.flatMap((group) => group.doors);
        expect([doors, firstIds]).toEqual(before);
        expect(shown.map(({ id }) => id).sort()).toEqual(doors.map(({ id }) => id).sort());
        expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
      }),
    );
  });

  it('is that of the reference, whatever was arranged before', () => {
    const asked = fc.array(fc.tuple(fc.nat({ max: 1 }), anyFirstIds), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(anyDoors, anyDoors, asked, (some, others, questions) => {
        const arrange = createArrange();
        for (const [which, firstIds] of questions) {
          const doors = which === 0 ? some : others;
          expect(withoutKeys(arrange(doors, firstIds))).toEqual(referenceArrange(doors, firstIds));
        }
      }),
    );
  });

  it('is the same array while the order stays, also for a new list of the same doors', () => {
    const doors = [unit('A1', { locationId: 'x' }), unit('B1')];
    const arrange = createArrange();
    const before = arrange(doors, ['B1']);
    expect(arrange(doors, ['B1'])).toBe(before);
    expect(arrange([...doors], ['B1', 'gone'])).toBe(before);
  });

  it('has new objects only for the groups that change', () => {
    const doors = [unit('A1', { locationId: 'x' }), unit('A2', { locationId: 'x' }), unit('B1'), unit('B2')];
    const arrange = createArrange();
    const [, unlocated, x] = arrange(doors, ['B1']);
    const after = arrange(doors, ['B1', 'A2']);
    expect(after.map((group) => group.doors.map(({ id }) => id))).toEqual([['B1', 'A2'], ['B2'], ['A1']]);
    expect(after[1]).toBe(unlocated);
    expect(after[2]).not.toBe(x);
  });

  it('compares the names once per list', () => {
    const compare = vi.fn((a: string, b: string) => Number(a > b) - Number(a < b));
    vi.spyOn(Intl, 'Collator').mockImplementation(function Collator() {
      return { compare } as unknown as Intl.Collator;
    } as unknown as typeof Intl.Collator);
    const doors = Array.from({ length: 50 }, (_, index) => unit(`B${index}`));
    const arrange = createArrange();
    arrange(doors, []);
    const comparisons = compare.mock.calls.length;
    expect(comparisons).toBeGreaterThan(0);
    arrange(doors, ['B7']);
    arrange(doors, ['B8', 'B7']);
    expect(compare).toHaveBeenCalledTimes(comparisons);
  });
});

describe('keepFound', () => {
  it('keeps the found doors in the order of the whole list', () => {
    fc.assert(
      fc.property(anyDoors, anyFirstIds, fc.func(fc.boolean()), (doors, firstIds, isFound) => {
        const found = doors.filter(({ id }) => isFound(id));
        const expected = referenceArrange(doors, firstIds)
          .map((group) => ({ ...group, doors: group.doors.filter((door) => found.includes(door)) }))
          .filter((group) => group.doors.length > 0);
        expect(withoutKeys(keepFound(createArrange()(doors, firstIds), found))).toEqual(expected);
      }),
    );
  });

  it('keeps the objects of the groups of which all doors are found', () => {
    const doors = [unit('A1', { locationId: 'x' }), unit('A2', { locationId: 'x' }), unit('B1')];
    const groups = createArrange()(doors, []);
    const found = keepFound(groups, doors.slice(1));
    expect(found.map((group) => group.doors.length)).toEqual([1, 1]);
    expect(found[1]).toBe(groups[1]);
  });
});
