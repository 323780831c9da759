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

describe('the state of a door', () => {
  it.each<[string, Partial<Door>, number, unknown]>([
    ['permitted when the server permits it', {}, at(3), permitted],
    ['denied when the server denies it, also within the hours', { grant: denied, hours: [day] }, at(12), denied],
    ['permitted within the hours', { hours: [day] }, at(12), permitted],
    [
      'denied outside the hours, with the next opening',
      { hours: [day] },
      at(5),
      { kind: 'denied', denial: { kind: 'outside-hours', opensAt: at(6) } },
    ],
    ['permitted within one of several windows', { hours: [evening, day] }, at(12), permitted],
    [
      'denied outside all windows, with the first opening',
      { hours: [evening, day] },
      at(5),
      { kind: 'denied', denial: { kind: 'outside-hours', opensAt: at(6) } },
    ],
    ['permitted when the time zone of the hours is unknown', { hours: [{ ...day, timeZone: null }] }, at(3), permitted],
    ['permitted until the access expires', { expiresAt: at(12) + 1 }, at(12), permitted],
    [
      'denied when the access has expired, also within the hours',
      { expiresAt: at(12), hours: [day] },
      at(12),
      { kind: 'denied', denial: { kind: 'expired', expiredAt: at(12) } },
    ],
  ])('is %s', (_what, facts, moment, state) => {
    expect(doorStateAt(aDoor(facts), moment)).toEqual(state);
  });

  it('is never permitted when the server denies it, for any hours and moment', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    const hours = fc.array(fc.record({ start: minute, end: minute, timeZone: fc.constantFrom('UTC', null) }));
    fc.assert(
      fc.property(hours, fc.option(fc.nat()), fc.nat(), (windows, expiresAt, moment) => {
        expect(doorStateAt(aDoor({ grant: denied, hours: windows, expiresAt }), moment)).toEqual(denied);
      }),
    );
  });
});

describe('isPermittedAt', () => {
  it.each<[string, Partial<Door>, boolean]>([
    ['is true for a permitted door', {}, true],
    ['is false for a denied door', { grant: denied }, false],
    ['is false outside the hours', { hours: [evening] }, false],
  ])('%s', (_what, facts, isPermitted) => {
    expect(isPermittedAt(aDoor(facts), at(12))).toBe(isPermitted);
  });
});
