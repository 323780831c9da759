import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aDoor } from './door.test-helper.ts';
import type { AccessList, Door } from './door.ts';
import { keepKnownDoors } from './keep-known.ts';

const list = (...doors: Door[]): AccessList => ({ doors, syncedAt: 1 });
const known = list(
  aDoor({ id: 'a', hours: [{ start: 0, end: 60, timeZone: 'UTC' }], zones: [{ id: 'z', name: null }] }),
  aDoor({ id: 'b', grant: { kind: 'denied', denial: { kind: 'payment-due', balanceDue: 1, paidThrough: null } } }),
  aDoor({ id: 'c' }),
);

describe('a refetched list', () => {
  it('is the same object when nothing changed', () => {
    expect(keepKnownDoors(known, structuredClone(known))).toBe(known);
    expect(keepKnownDoors(undefined, known)).toBe(known);
  });

  it('keeps the doors when only syncedAt changed', () => {
    const later = keepKnownDoors(known, { ...structuredClone(known), syncedAt: 2 });
    expect(later.syncedAt).toBe(2);
    expect(later.doors).toBe(known.doors);
  });

  it.each<[string, Partial<Door>]>([
    ['a new name', { name: 'other' }],
    ['new hours', { hours: [{ start: 0, end: 61, timeZone: 'UTC' }] }],
    ['removed hours', { hours: [] }],
    ['a new zone', { zones: [{ id: 'z', name: 'Yard' }] }],
    ['a new key', { openability: { kind: 'openable', target: { kind: 'lock', id: 'lock-a', key: 'new' } } }],
    ['a new denial', { grant: { kind: 'denied', denial: { kind: 'overlock' } } }],
    ['a new expiry', { expiresAt: 5 }],
  ])('has a new object only for the door with %s', (_what, change) => {
    const [first, ...others] = structuredClone(known.doors);
    const next = { doors: [{ ...aDoor(), ...first, ...change }, ...others], syncedAt: 1 };
    const kept = keepKnownDoors(known, next);
    expect(kept).toEqual(next);
    expect(kept.doors.map((door, index) => door === known.doors[index])).toEqual([false, true, true]);
  });

  it('matches doors by id, in any order', () => {
    const next = structuredClone(list(aDoor({ id: 'new' }), ...[...known.doors].reverse()));
    const kept = keepKnownDoors(known, next);
    expect(kept).toEqual(next);
    expect(kept.doors.slice(1)).toEqual([...known.doors].reverse());
    expect(kept.doors.slice(1).every((door) => known.doors.includes(door))).toBe(true);
    expect(keepKnownDoors(known, structuredClone(list(...known.doors.slice(0, 2)))).doors).toHaveLength(2);
  });

  it('equals the newer list, for any known list', () => {
    const door = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      name: fc.constantFrom('x', 'y'),
      expiresAt: fc.option(fc.nat({ max: 1 })),
    });
    const anyList = fc.uniqueArray(door, { selector: ({ id }) => id }).map((doors) => list(...doors.map(aDoor)));
    fc.assert(
      fc.property(anyList, anyList, (before, next) => {
        expect(keepKnownDoors(before, next)).toEqual(next);
      }),
    );
  });
});
