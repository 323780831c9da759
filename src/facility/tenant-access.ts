import type { Context } from 'hono';
import { type AccessDecisions, decideAccess } from './access-rules.ts';
import { json } from './http.ts';
import type { FacilityInstance } from './instance.ts';
import type { EntryPoint, Unit } from './world.ts';

/** Reasons with which the balance is sent (KISS guide, access). */
const PAYMENT_REASONS = new Set(['delinquent', 'blanket_delinquency']);

/**
 * The published schema requires a reason for every unit, but has no reason for a unit that is not rented. These are the
 * closest reasons.
 */
const REASON_FOR_STATE: Readonly<Record<string, string>> = {
  vacant: 'system_lockout',
  auction: 'pms_lockout',
  unrentable: 'system_lockout',
};

/** `GET /tenant/access`, the shape of the base generation. It has no hours: outside of them a door is denied. */
export function tenantAccess(context: Context, { tokens, clock }: FacilityInstance): Response {
  const { tenant } = tokens.read(context);
  const decisions = decideAccess(tenant, clock.now());
  return json(200, {
    message: 'Request successful.',
    data: {
      tenant_id: tenant.id,
      synced_at: clock.iso(),
      units: tenant.units.map((unit) => wireUnit(unit, decisions)),
      entry_points: tenant.entryPoints.map((point) => wireEntryPoint(point, decisions)),
    },
  });
}

function wireUnit(unit: Unit, decisions: AccessDecisions) {
  const { state, reason, access } = decisions.unit(unit);
  const showsBalance = !access && reason !== null && PAYMENT_REASONS.has(reason);
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
    // The error guide names this field; the published example lacks it.
    ...(unit.lock ? { lock_id: unit.lock.id } : {}),
    ...(showsBalance && unit.balanceDue > 0 ? { balance_due: unit.balanceDue } : {}),
    ...(showsBalance && unit.paidThroughDate !== null ? { paid_through_date: unit.paidThroughDate } : {}),
  };
}

function wireEntryPoint(point: EntryPoint, decisions: AccessDecisions) {
  const { denied, wouldHaveAccess } = decisions.entryPoint(point);
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
