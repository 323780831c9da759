import { isOpenAt, wallClock } from './hours.ts';
import type { Tenant, Unit } from './world.ts';

export type UnitDecision = {
  readonly state: string;
  /** Null for a state that has no reason. */
  readonly reason: string | null;
  /** From payment, lockouts and exemptions, without regard to hours and expiry. */
  readonly permitted: boolean;
  /** Permitted, inside the hours and not expired. */
  readonly access: boolean;
};

/** Ids of the sites at which this tenant is past due, and at which blanket delinquency therefore applies. */
export function pastDueSites(tenant: Tenant, at: number): ReadonlySet<string> {
  return new Set(tenant.units.filter((unit) => isPastDue(unit, at)).map((unit) => unit.site.id));
}

/**
 * The state, reason and access of a unit (KISS guide, states and reasons).
 *
 * @param pastDue `pastDueSites` of its tenant
 * @param at epoch ms
 */
export function decideUnitAccess(unit: Unit, pastDue: ReadonlySet<string>, at: number): UnitDecision {
  const { state, reason } = unit.forced ?? byFacts(unit, pastDue, at);
  const permitted = state === 'tenant_permitted';
  const access = permitted && isInHours(unit, at) && !hasExpired(unit.accessExpiresAt, at);
  return { state, reason, permitted, access };
}

/** In order of precedence: not rented, operator lockout, exemption, then the lease. */
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

/** A balance is past due only after the paid period has ended. */
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

/** Whether the RFC 3339 time `expiresAt` is at or before `at` (epoch ms). */
export function hasExpired(expiresAt: string | null, at: number): boolean {
  return expiresAt !== null && Date.parse(expiresAt) <= at;
}
