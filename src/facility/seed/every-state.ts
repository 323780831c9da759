import { dateAfter, type Hours, timeOf, wallClock } from '../hours.ts';
import type { EntryPoint, Tenant, Unit } from '../world.ts';
import { entryPoint, idFor, tenant, unit, zone } from './makers.ts';
import { aurora } from './sites.ts';

const HOUR = 60;

/** Hours that include or exclude `now` (epoch ms), at any time of day. */
function hoursAround(now: number): { open: Hours; closed: Hours; pastMidnight: Hours } {
  const { minute } = wallClock(now, aurora.timezone);
  const between = (from: number, to: number): Hours => ({ start: timeOf(from), end: timeOf(to) });
  // 23.5 hours that started an hour ago, or two hours ago if they would not pass midnight otherwise.
  const start = (minute - HOUR + 24 * HOUR) % (24 * HOUR) < HOUR / 2 ? minute - 2 * HOUR : minute - HOUR;
  return {
    open: between(0, 0),
    closed: between(minute + 3 * HOUR, minute + 5 * HOUR),
    pastMidnight: between(start, start - HOUR / 2),
  };
}

/** +1 303 555 0103: a unit for each state and reason, an entry point for each denial. */
export function everyState(now: number): Tenant {
  const hours = hoursAround(now);
  return tenant({
    id: 'tenant_every_state',
    name: 'Priya Every-State',
    phone: '+13035550103',
    site: aurora,
    units: units(now, hours),
    entryPoints: entryPoints(now, hours),
  });
}

type SeedHours = ReturnType<typeof hoursAround>;

function units(now: number, { open, closed, pastMidnight }: SeedHours): Unit[] {
  const day = (days: number) => dateAfter(now, days, aurora.timezone);
  const facts: readonly (readonly [name: string, facts: Partial<Unit>])[] = [
    ['S01 active', {}],
    ['S02 PMS exempt', { pmsLockExempt: true, balanceDue: 10, paidThroughDate: day(-20) }],
    ['S03 system exempt', { systemExempt: true, pmsLockout: true }],
    ['S04 shared', { grantType: 'tenant_shared' }],
    ['S05 delinquent', { balanceDue: 1234.5, paidThroughDate: day(-40) }],
    ['S06 delinquent, no amounts', { forced: { state: 'tenant_denied', reason: 'delinquent' } }],
    ['S07 future move-in', { moveInDate: day(10) }],
    ['S08 blanket', { blanket: true }],
    ['S09 overlock', { pmsLockout: true }],
    ['S10 operator lockout', { systemLockout: true }],
    ['S11 vacant', { occupied: false }],
    ['S12 auction', { pmsAuction: true }],
    ['S13 unrentable', { pmsUnrentable: true }],
    ['S14 unknown state', { forced: { state: 'tenant_suspended', reason: 'moonlight' } }],
    ['S15 unknown reason', { forced: { state: 'tenant_denied', reason: 'constructor' } }],
    ['S16 no lock', { lock: null }],
    ['S17 open all day', { accessHours: open }],
    ['S18 closed now', { accessHours: closed }],
    ['S19 past midnight', { accessHours: pastMidnight }],
    ['S20 expired', { accessExpiresAt: new Date(now - 3_600_000).toISOString() }],
  ];
  return facts.map(([name, different]) =>
    unit({ id: idFor('unit', name), name, site: aurora, zoneId: zoneOfUnit(name), ...different }),
  );
}

/** A denied unit blocks the entry points of its zone, so only S05 shares a zone with a gate. */
function zoneOfUnit(name: string): string {
  return name.startsWith('S05') ? 'zone_denied' : `zone_${name.slice(0, 3).toLowerCase()}`;
}

function entryPoints(now: number, { open, closed, pastMidnight }: SeedHours): EntryPoint[] {
  const at = (id: string, hours: Hours | null = null) => zone(`zone_${id}`, `Zone ${id}`, hours);
  const point = (name: string, facts: Partial<EntryPoint> & Pick<EntryPoint, 'zone'>) =>
    entryPoint({ id: idFor('ep', name), name, site: aurora, ...facts });
  return [
    point('Gate open', { zone: at('open') }),
    point('Gate denied in zone', { zone: at('denied') }),
    point('Gate not included', { zone: at('other'), wouldHaveAccess: false }),
    point('Gate unknown reason', { zone: at('unknown'), deniedReason: 'full_moon' }),
    point('Gate open all day', { zone: at('all_day', open) }),
    point('Gate closed now', { zone: at('closed', closed) }),
    point('Gate past midnight', { zone: at('late', pastMidnight) }),
    point('Gate expired', { zone: at('guest'), accessExpiresAt: new Date(now - 3_600_000).toISOString() }),
    point('Lift reader', { zone: at('lift'), type: 'interior_door', accessHours: pastMidnight }),
  ];
}
