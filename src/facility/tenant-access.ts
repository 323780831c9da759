import type { Context } from 'hono';
import { judge, type Verdicts } from './entry-point-rules.ts';
import { json } from './http.ts';
import type { Premises } from './premises.ts';
import type { EntryPoint, Unit } from './world.ts';

/** Only what is denied for money says how much (KISS guide, access). */
const ABOUT_MONEY = new Set(['delinquent', 'blanket_delinquency']);

/**
 * The published schema of this shape wants a reason from its list with every unit, and has none for a unit that nobody
 * rents. The state says it all; these stand in for the lien and the operator behind it.
 */
const REASON_FOR_STATE: Readonly<Record<string, string>> = {
  vacant: 'system_lockout',
  auction: 'pms_lockout',
  unrentable: 'system_lockout',
};

/** `GET /tenant/access`, the base generation's shape. It carries no hours: a door closed by the hour is just denied. */
export function tenantAccess(context: Context, { tokens, clock }: Premises): Response {
  const { tenant } = tokens.read(context);
  const verdicts = judge(tenant, clock.now());
  return json(200, {
    message: 'Request successful.',
    data: {
      tenant_id: tenant.id,
      synced_at: clock.iso(),
      units: tenant.units.map((unit) => wireUnit(unit, verdicts)),
      entry_points: tenant.entryPoints.map((point) => wireEntryPoint(point, verdicts)),
    },
  });
}

function wireUnit(unit: Unit, verdicts: Verdicts) {
  const { state, reason, access } = verdicts.unit(unit);
  const showsMoney = !access && reason !== null && ABOUT_MONEY.has(reason);
  return {
    unit_id: unit.id,
    unit_name: unit.name,
    location_id: unit.site.id,
    grant_type: unit.grantType,
    state,
    reason: reason ?? REASON_FOR_STATE[state] ?? null,
    access,
    has_unit_lock: unit.lock !== null,
    has_entry_point: unit.hasEntryPoint,
    // The error guide says that the lock's id is found here, though the published example does not show it.
    ...(unit.lock ? { lock_id: unit.lock.id } : {}),
    ...(showsMoney && unit.balanceDue > 0 ? { balance_due: unit.balanceDue } : {}),
    ...(showsMoney && unit.paidThroughDate !== null ? { paid_through_date: unit.paidThroughDate } : {}),
  };
}

function wireEntryPoint(point: EntryPoint, verdicts: Verdicts) {
  const { denied, wouldHaveAccess } = verdicts.entryPoint(point);
  return {
    entry_point_id: point.id,
    name: point.name,
    zone_id: point.zone.id,
    location_id: point.site.id,
    would_have_access: wouldHaveAccess,
    access: denied === null,
    ...(denied === null ? {} : { denied_reason: denied }),
  };
}
