import { isOpenAt } from './hours.ts';
import { decideUnitAccess, hasExpired, pastDueSites, type UnitDecision } from './unit-rules.ts';
import type { EntryPoint, Tenant, Unit } from './world.ts';

export type EntryPointDecision = {
  /** Why the tenant may not open it, without regard to hours and expiry; null when permitted. */
  readonly blocked: string | null;
  /** The same, with hours and expiry evaluated. */
  readonly denied: string | null;
  readonly wouldHaveAccess: boolean;
};

export type AccessDecisions = {
  unit(unit: Unit): UnitDecision;
  entryPoint(point: EntryPoint): EntryPointDecision;
};

/** Evaluates the access of one tenant at `at` (epoch ms). Call it once per response: it goes through all units. */
export function decideAccess(tenant: Tenant, at: number): AccessDecisions {
  const pastDue = pastDueSites(tenant, at);
  const unitDecisions = new Map(tenant.units.map((unit) => [unit, decideUnitAccess(unit, pastDue, at)]));
  const deniedZones = new Set(
    [...unitDecisions].filter(([, decision]) => !decision.permitted).map(([{ zoneId }]) => zoneId),
  );

  const entryPoint = (point: EntryPoint): EntryPointDecision => {
    const blocked =
      point.deniedReason !== undefined
        ? point.deniedReason
        : deniedZones.has(point.zone.id) || !point.wouldHaveAccess
          ? 'tenant_denied_in_zone'
          : null;
    return { blocked, denied: blocked ?? timeDenial(point, at), wouldHaveAccess: point.wouldHaveAccess };
  };
  return { unit: (unit) => unitDecisions.get(unit) ?? decideUnitAccess(unit, pastDue, at), entryPoint };
}

/** `deniedReason: null` overrides hours and expiry. */
function timeDenial(point: EntryPoint, at: number): string | null {
  if (point.deniedReason === null) return null;
  if (hasExpired(point.accessExpiresAt, at)) return 'access_expired';
  const hours = point.accessHours ?? point.zone.hours;
  return hours && !isOpenAt(hours, at, point.site.timezone) ? 'outside_access_hours' : null;
}
