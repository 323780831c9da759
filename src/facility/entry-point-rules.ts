import { isOpenAt } from './hours.ts';
import { hasExpired, judgeUnit, pastDueSites, type UnitVerdict } from './unit-rules.ts';
import type { EntryPoint, Tenant, Unit } from './world.ts';

export type EntryPointVerdict = {
  /** Why the door is closed to this person by the facts; null when it is open to them. */
  readonly blocked: string | null;
  /** The same with the hour and the expiry of this very moment. */
  readonly denied: string | null;
  readonly wouldHaveAccess: boolean;
};

export type Verdicts = {
  unit(unit: Unit): UnitVerdict;
  entryPoint(point: EntryPoint): EntryPointVerdict;
};

/** All that one tenant may do at `at` (epoch ms). Made once for an answer, so that ten thousand doors stay cheap. */
export function judge(tenant: Tenant, at: number): Verdicts {
  const pastDue = pastDueSites(tenant, at);
  const unitVerdicts = new Map(tenant.units.map((unit) => [unit, judgeUnit(unit, pastDue, at)]));
  const deniedZones = new Set(
    [...unitVerdicts].filter(([, verdict]) => !verdict.permitted).map(([{ zoneId }]) => zoneId),
  );

  const entryPoint = (point: EntryPoint): EntryPointVerdict => {
    const blocked =
      point.deniedReason !== undefined
        ? point.deniedReason
        : deniedZones.has(point.zone.id) || !point.wouldHaveAccess
          ? 'tenant_denied_in_zone'
          : null;
    return { blocked, denied: blocked ?? momentary(point, at), wouldHaveAccess: point.wouldHaveAccess };
  };
  return { unit: (unit) => unitVerdicts.get(unit) ?? judgeUnit(unit, pastDue, at), entryPoint };
}

/** A door said to be open outright (`deniedReason` null) is open at any hour. */
function momentary(point: EntryPoint, at: number): string | null {
  if (point.deniedReason === null) return null;
  if (hasExpired(point.accessExpiresAt, at)) return 'access_expired';
  const hours = point.accessHours ?? point.zone.hours;
  return hours && !isOpenAt(hours, at, point.site.timezone) ? 'outside_access_hours' : null;
}
