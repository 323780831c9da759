import { isOpenAt, wallClock } from './hours.ts';
import type { Tenant, Unit } from './world.ts';

export type UnitVerdict = {
  readonly state: string;
  /** Null for a state that needs no reason. */
  readonly reason: string | null;
  /** The facts alone: payment, lockouts, exemptions. */
  readonly permitted: boolean;
  /** The final word at this moment: permitted, inside the hours, and not expired. */
  readonly access: boolean;
};

/** The sites at which this tenant is past due, by id; blanket delinquency spreads from there. */
export function pastDueSites(tenant: Tenant, at: number): ReadonlySet<string> {
  return new Set(tenant.units.filter((unit) => isPastDue(unit, at)).map((unit) => unit.site.id));
}

/**
 * What the facts of a unit come to (KISS guide, states and reasons). `pastDue` is `pastDueSites` of its tenant; `at` is
 * epoch ms.
 */
export function judgeUnit(unit: Unit, pastDue: ReadonlySet<string>, at: number): UnitVerdict {
  const { state, reason } = unit.forced ?? byFacts(unit, pastDue, at);
  const permitted = state === 'tenant_permitted';
  const access = permitted && isInHours(unit, at) && !hasExpired(unit.accessExpiresAt, at);
  return { state, reason, permitted, access };
}

/** The order is that of severity: what is no longer rented at all, an operator's word, an exemption, then the lease. */
function byFacts(unit: Unit, pastDue: ReadonlySet<string>, at: number): { state: string; reason: string | null } {
  if (unit.pmsUnrentable) return { state: 'unrentable', reason: null };
  if (unit.pmsAuction) return { state: 'auction', reason: null };
  if (!unit.occupied) return { state: 'vacant', reason: null };
  if (unit.systemLockout) return denied('system_lockout');
  if (unit.systemExempt) return permitted('system_exempt');
  if (unit.pmsLockExempt) return permitted('pms_exempt');
  if (unit.pmsLockout) return denied('pms_lockout');
  if (unit.moveInDate !== null && unit.moveInDate > today(unit, at)) return denied('future_move_in');
  if (isPastDue(unit, at)) return denied('delinquent');
  if (unit.blanket && pastDue.has(unit.site.id)) return denied('blanket_delinquency');
  return permitted('active');
}

const denied = (reason: string) => ({ state: 'tenant_denied', reason });
const permitted = (reason: string) => ({ state: 'tenant_permitted', reason });

/** Owing money is no fault before the paid period has run out. */
function isPastDue(unit: Unit, at: number): boolean {
  if (!unit.occupied || unit.balanceDue <= 0) return false;
  return unit.paidThroughDate === null || unit.paidThroughDate < today(unit, at);
}

function today(unit: Unit, at: number): string {
  return wallClock(at, unit.site.timezone).date;
}

function isInHours(unit: Unit, at: number): boolean {
  return unit.accessHours === null || isOpenAt(unit.accessHours, at, unit.site.timezone);
}

/** Whether an RFC 3339 moment lies at or before `at` (epoch ms). */
export function hasExpired(expiresAt: string | null, at: number): boolean {
  return expiresAt !== null && Date.parse(expiresAt) <= at;
}
