import { describe, expect, it } from 'vitest';
import { judge } from './entry-point-rules.ts';
import { isOpenAt, wallClock } from './hours.ts';
import { entryPoint, tenant, unit, zone } from './seed/makers.ts';
import { denverNorth } from './seed/sites.ts';
import { judgeUnit } from './unit-rules.ts';
import type { EntryPoint, Unit } from './world.ts';

const NOON = Date.parse('2026-02-13T19:00:00Z');
const place = { id: 'u', name: 'U', site: denverNorth, zoneId: 'z' };
const nobodyOwes: ReadonlySet<string> = new Set();

describe('what the facts of a unit come to', () => {
  const owing = { balanceDue: 10, paidThroughDate: '2026-02-12' };
  it.each<[string, Partial<Unit>, string, string | null]>([
    ['rented and paid', {}, 'tenant_permitted', 'active'],
    ['past due', owing, 'tenant_denied', 'delinquent'],
    ['owing, and paid through today', { balanceDue: 10, paidThroughDate: '2026-02-13' }, 'tenant_permitted', 'active'],
    ['owing since nobody knows when', { balanceDue: 10 }, 'tenant_denied', 'delinquent'],
    ['past due and exempt by the PMS', { ...owing, pmsLockExempt: true }, 'tenant_permitted', 'pms_exempt'],
    [
      'overlocked and exempt by the system',
      { pmsLockout: true, systemExempt: true },
      'tenant_permitted',
      'system_exempt',
    ],
    ['overlocked', { pmsLockout: true }, 'tenant_denied', 'pms_lockout'],
    ['overlocked and exempt by the PMS', { pmsLockout: true, pmsLockExempt: true }, 'tenant_permitted', 'pms_exempt'],
    [
      'locked by the operator, whatever exempts it',
      { systemLockout: true, systemExempt: true },
      'tenant_denied',
      'system_lockout',
    ],
    ['let from tomorrow on', { moveInDate: '2026-02-14' }, 'tenant_denied', 'future_move_in'],
    ['let from today on', { moveInDate: '2026-02-13' }, 'tenant_permitted', 'active'],
    ['empty', { occupied: false, ...owing }, 'vacant', null],
    ['in auction', { pmsAuction: true, occupied: false }, 'auction', null],
    ['out of service', { pmsUnrentable: true, pmsAuction: true }, 'unrentable', null],
    ['said to be something new', { forced: { state: 'new', reason: 'newer' } }, 'new', 'newer'],
  ])('%s', (_name, facts, state, reason) => {
    expect(judgeUnit(unit({ ...place, ...facts }), nobodyOwes, NOON)).toMatchObject({ state, reason });
  });

  it('a past due unit closes the others of its site that are marked for it', () => {
    const pastDue = new Set([denverNorth.id]);
    expect(judgeUnit(unit({ ...place, blanket: true }), pastDue, NOON).reason).toBe('blanket_delinquency');
    expect(judgeUnit(unit(place), pastDue, NOON).reason).toBe('active');
  });

  it('hours and expiry close a permitted unit without changing its state', () => {
    const closed = unit({ ...place, accessHours: { start: '06:00', end: '11:00' } });
    expect(judgeUnit(closed, nobodyOwes, NOON)).toMatchObject({ permitted: true, access: false });
    const expired = unit({ ...place, accessExpiresAt: '2026-02-13T19:00:00Z' });
    expect(judgeUnit(expired, nobodyOwes, NOON)).toMatchObject({ permitted: true, access: false });
    expect(judgeUnit(expired, nobodyOwes, NOON - 1).access).toBe(true);
  });
});

describe('an entry point', () => {
  const verdictOn = (facts: Partial<EntryPoint>, units: readonly Unit[] = []) => {
    const point = entryPoint({ id: 'g', name: 'G', site: denverNorth, zone: zone('z', 'Z'), ...facts });
    const owner = tenant({
      id: 't',
      name: 'T',
      phone: '+1',
      site: denverNorth,
      units: [...units],
      entryPoints: [point],
    });
    return judge(owner, NOON).entryPoint(point).denied;
  };

  it.each<[string, Partial<EntryPoint>, string | null]>([
    ['is open', {}, null],
    ['is closed to whom it does not belong', { wouldHaveAccess: false }, 'tenant_denied_in_zone'],
    [
      'is closed outside the hours of its zone',
      { zone: zone('z', 'Z', { start: '06:00', end: '11:00' }) },
      'outside_access_hours',
    ],
    [
      'prefers the person’s own hours',
      { zone: zone('z', 'Z', { start: '06:00', end: '11:00' }), accessHours: { start: '06:00', end: '13:00' } },
      null,
    ],
    ['is closed when the access has ended', { accessExpiresAt: '2026-02-01T00:00:00Z' }, 'access_expired'],
    ['is closed for a reason said outright', { deniedReason: 'full_moon' }, 'full_moon'],
    ['is open when that is said outright', { deniedReason: null, wouldHaveAccess: false }, null],
  ])('%s', (_name, facts, denied) => {
    expect(verdictOn(facts)).toBe(denied);
  });

  it('is closed by a denied unit of its zone, and of no other', () => {
    const owing = { balanceDue: 1 };
    expect(verdictOn({}, [unit({ ...place, ...owing })])).toBe('tenant_denied_in_zone');
    expect(verdictOn({}, [unit({ ...place, ...owing, zoneId: 'other' })])).toBeNull();
  });
});

describe('hours', () => {
  const at = (text: string) => Date.parse(text);
  it.each([
    ['06:00', '22:00', '2026-02-13T13:00:00Z', true],
    ['06:00', '22:00', '2026-02-13T12:59:59Z', false],
    ['06:00', '22:00', '2026-02-14T05:00:00Z', false],
    ['22:00', '06:00', '2026-02-14T05:00:00Z', true],
    ['22:00', '06:00', '2026-02-14T12:59:59Z', true],
    ['22:00', '06:00', '2026-02-14T13:00:00Z', false],
    ['00:00', '00:00', '2026-02-14T13:00:00Z', true],
    ['00:00', '24:00', '2026-02-14T06:59:00Z', true],
  ])('%s to %s at %s in Denver: %s', (start, end, moment, open) => {
    expect(isOpenAt({ start, end }, at(moment), 'America/Denver')).toBe(open);
  });

  it('follow the wall clock through the changes of summer time', () => {
    const hours = { start: '06:00', end: '22:00' };
    expect(isOpenAt(hours, at('2026-03-08T12:00:00Z'), 'America/Denver')).toBe(true);
    expect(isOpenAt(hours, at('2026-03-07T12:00:00Z'), 'America/Denver')).toBe(false);
    expect(wallClock(at('2026-11-01T07:30:00Z'), 'America/Denver')).toEqual({ date: '2026-11-01', minute: 90 });
  });
});
