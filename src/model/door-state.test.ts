import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aDoor } from './door.test-helper.ts';
import type { Door } from './door.ts';
import { doorStateAt, isPermittedAt } from './door-state.ts';

const at = (hour: number) => Date.UTC(2026, 6, 1, hour);
const day = { start: 6 * 60, end: 22 * 60, timeZone: 'UTC' };
const evening = { start: 18 * 60, end: 20 * 60, timeZone: 'UTC' };
const permitted = { kind: 'permitted' };
const denied = { kind: 'denied', denial: { kind: 'overlock' } } as const;

describe('what a person may do with a door', () => {
  it.each<[string, Partial<Door>, number, unknown]>([
    ['open it when the server permits it and says no more', {}, at(3), permitted],
    ['what the server denied, at any hour', { grant: denied, hours: [day] }, at(12), denied],
    ['open it within the hours', { hours: [day] }, at(12), permitted],
    [
      'nothing outside the hours, and when they begin is said',
      { hours: [day] },
      at(5),
      { kind: 'denied', denial: { kind: 'outside-hours', opensAt: at(6) } },
    ],
    ['open it when one of several windows is open', { hours: [evening, day] }, at(12), permitted],
    [
      'nothing when all windows are closed; the first to open is said',
      { hours: [evening, day] },
      at(5),
      { kind: 'denied', denial: { kind: 'outside-hours', opensAt: at(6) } },
    ],
    ['open it when nobody knows the zone of the hours', { hours: [{ ...day, timeZone: null }] }, at(3), permitted],
    ['open it until the very moment its access ends', { expiresAt: at(12) + 1 }, at(12), permitted],
    [
      'nothing from that moment on, within the hours or not',
      { expiresAt: at(12), hours: [day] },
      at(12),
      { kind: 'denied', denial: { kind: 'expired', expiredAt: at(12) } },
    ],
  ])('is %s', (_what, facts, moment, state) => {
    expect(doorStateAt(aDoor(facts), moment)).toEqual(state);
  });

  it('is never more than the server granted, whatever the hours and the moment', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    const hours = fc.array(fc.record({ start: minute, end: minute, timeZone: fc.constantFrom('UTC', null) }));
    fc.assert(
      fc.property(hours, fc.option(fc.nat()), fc.nat(), (windows, expiresAt, moment) => {
        expect(doorStateAt(aDoor({ grant: denied, hours: windows, expiresAt }), moment)).toEqual(denied);
      }),
    );
  });
});

describe('whether a door is permitted', () => {
  it.each<[string, Partial<Door>, boolean]>([
    ['is true for a permitted door', {}, true],
    ['is false for a denied door', { grant: denied }, false],
    ['is false outside the hours', { hours: [evening] }, false],
  ])('%s', (_what, facts, isPermitted) => {
    expect(isPermittedAt(aDoor(facts), at(12))).toBe(isPermitted);
  });
});
