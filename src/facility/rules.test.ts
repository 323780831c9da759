import { describe, expect, it } from 'vitest';
import { decideAccess } from './access-rules.ts';
import { isOpenAt, wallClock } from './hours.ts';
import { entryPoint, tenant, unit, zone } from './seed/makers.ts';
import { denverNorth } from './seed/sites.ts';
import { decideUnitAccess } from './unit-rules.ts';
import type { EntryPoint, Unit } from './world.ts';

const NOON = Date.parse('2026-02-13T19:00:00Z');
const place = { id: 'u', name: 'U', site: denverNorth, zoneId: 'z' };
const nonePastDue: ReadonlySet<string> = new Set();

describe('the state and reason of a unit', () => {
  const pastDueFacts = { balanceDue: 10, paidThroughDate: '2026-02-12' };
  it.each<[string, Partial<Unit>, string, string | null]>([
    ['rented and paid', {}, 'tenant_permitted', 'active'],
    ['past due', pastDueFacts, 'tenant_denied', 'delinquent'],
    [
      'with a balance, paid through today',
      { balanceDue: 10, paidThroughDate: '2026-02-13' },
      'tenant_permitted',
      'active',
    ],
    ['with a balance and no paid-through date', { balanceDue: 10 }, 'tenant_denied', 'delinquent'],
    ['past due and exempt by the PMS', { ...pastDueFacts, pmsLockExempt: true }, 'tenant_permitted', 'pms_exempt'],
    [
      'overlocked and exempt by the system',
      { pmsLockout: true, systemExempt: true },
      'tenant_permitted',
      'system_exempt',
    ],
    ['overlocked', { pmsLockout: true }, 'tenant_denied', 'pms_lockout'],
    ['overlocked and exempt by the PMS', { pmsLockout: true, pmsLockExempt: true }, 'tenant_permitted', 'pms_exempt'],
    [
      'locked out by the operator, despite an exemption',
      { systemLockout: true, systemExempt: true },
      'tenant_denied',
      'system_lockout',
    ],
    ['rented from tomorrow', { moveInDate: '2026-02-14' }, 'tenant_denied', 'future_move_in'],
    ['rented from today', { moveInDate: '2026-02-13' }, 'tenant_permitted', 'active'],
    ['vacant', { occupied: false, ...pastDueFacts }, 'vacant', null],
    ['in auction', { pmsAuction: true, occupied: false }, 'auction', null],
    ['unrentable', { pmsUnrentable: true, pmsAuction: true }, 'unrentable', null],
    ['with forced values', { forced: { state: 'new', reason: 'newer' } }, 'new', 'newer'],
  ])('%s', (_name, facts, state, reason) => {
    expect(decideUnitAccess(unit({ ...place, ...facts }), nonePastDue, NOON)).toMatchObject({ state, reason });
  });

  it('blanket delinquency at a site denies only units that are marked for it', () => {
    const pastDue = new Set([denverNorth.id]);
    expect(decideUnitAccess(unit({ ...place, blanket: true }), pastDue, NOON).reason).toBe('blanket_delinquency');
    expect(decideUnitAccess(unit(place), pastDue, NOON).reason).toBe('active');
  });

  it('hours and expiry deny access without changing the state', () => {
    const closed = unit({ ...place, accessHours: { start: '06:00', end: '11:00' } });
    expect(decideUnitAccess(closed, nonePastDue, NOON)).toMatchObject({ permitted: true, access: false });
    const expired = unit({ ...place, accessExpiresAt: '2026-02-13T19:00:00Z' });
    expect(decideUnitAccess(expired, nonePastDue, NOON)).toMatchObject({ permitted: true, access: false });
    expect(decideUnitAccess(expired, nonePastDue, NOON - 1).access).toBe(true);
  });
});

describe('an entry point', () => {
  const denialOf = (facts: Partial<EntryPoint>, units: readonly Unit[] = []) => {
    const point = entryPoint({ id: 'g', name: 'G', site: denverNorth, zone: zone('z', 'Z'), ...facts });
    const owner = tenant({
      id: 't',
      name: 'T',
      phone: '+1',
      site: denverNorth,
      units: [...units],
      entryPoints: [point],
    });
    return decideAccess(owner, NOON).entryPoint(point).denied;
  };

  it.each<[string, Partial<EntryPoint>, string | null]>([
    ['is permitted by default', {}, null],
    ['is denied to a tenant without access to it', { wouldHaveAccess: false }, 'tenant_denied_in_zone'],
    [
      'is denied outside the hours of its zone',
      { zone: zone('z', 'Z', { start: '06:00', end: '11:00' }) },
      'outside_access_hours',
    ],
    [
      'prefers the tenant’s own hours',
      { zone: zone('z', 'Z', { start: '06:00', end: '11:00' }), accessHours: { start: '06:00', end: '13:00' } },
      null,
    ],
    ['is denied after expiry', { accessExpiresAt: '2026-02-01T00:00:00Z' }, 'access_expired'],
    ['is denied for an explicit reason', { deniedReason: 'full_moon' }, 'full_moon'],
    ['is permitted by an explicit null reason', { deniedReason: null, wouldHaveAccess: false }, null],
  ])('%s', (_name, facts, denied) => {
    expect(denialOf(facts)).toBe(denied);
  });

  it('is denied when a unit of its zone is denied, but not for units of other zones', () => {
    const unpaid = { balanceDue: 1 };
    expect(denialOf({}, [unit({ ...place, ...unpaid })])).toBe('tenant_denied_in_zone');
    expect(denialOf({}, [unit({ ...place, ...unpaid, zoneId: 'other' })])).toBeNull();
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

  it('follow local time when daylight saving time changes', () => {
    const hours = { start: '06:00', end: '22:00' };
    expect(isOpenAt(hours, at('2026-03-08T12:00:00Z'), 'America/Denver')).toBe(true);
    expect(isOpenAt(hours, at('2026-03-07T12:00:00Z'), 'America/Denver')).toBe(false);
    expect(wallClock(at('2026-11-01T07:30:00Z'), 'America/Denver')).toEqual({ date: '2026-11-01', minute: 90 });
  });
});
