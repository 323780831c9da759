import type { Hours } from './hours.ts';

/** How a motor responds to an open command. */
export type MotorHealth = 'ok' | 'jammed' | 'not_answered';

export type DoorKind = 'lock' | 'entry_point';

export type Site = {
  readonly id: string;
  readonly name: string;
  readonly company: string;
  /** IANA name. */
  readonly timezone: string;
  /** E.164. */
  readonly phone: string;
};

export type Zone = { readonly id: string; readonly name: string; readonly displayName: string; hours: Hours | null };

export type Lock = { readonly id: string; readonly name: string; readonly serialNumber: string; motor: MotorHealth };

/** The facts of a unit; unit-rules.ts derives state, reason and access from them. */
export type Unit = {
  readonly id: string;
  readonly name: string;
  readonly site: Site;
  readonly zoneId: string;
  readonly grantType: 'tenant_primary' | 'tenant_shared';
  readonly hasEntryPoint: boolean;
  lock: Lock | null;
  /** RFC 3339; when the lock was last reported closed. */
  closedAt: string | null;
  occupied: boolean;
  /** In dollars. */
  balanceDue: number;
  /** `YYYY-MM-DD`. */
  paidThroughDate: string | null;
  /** `YYYY-MM-DD`. */
  moveInDate: string | null;
  pmsLockout: boolean;
  systemLockout: boolean;
  pmsAuction: boolean;
  pmsUnrentable: boolean;
  pmsLockExempt: boolean;
  systemExempt: boolean;
  /** Whether another past due unit at the same site also blocks this unit. */
  blanket: boolean;
  accessHours: Hours | null;
  /** RFC 3339. */
  accessExpiresAt: string | null;
  /** Overrides state and reason, for values that the contract does not list. */
  forced: { readonly state: string; readonly reason: string | null } | null;
};

export type EntryPoint = {
  readonly id: string;
  readonly name: string;
  readonly site: Site;
  readonly zone: Zone;
  readonly serialNumber: string;
  readonly type: 'gate' | 'interior_door' | 'exterior_door' | 'rollup_door' | 'other';
  motor: MotorHealth;
  /** Undefined applies the rules; null permits access; a string denies it with this reason. */
  deniedReason: string | null | undefined;
  wouldHaveAccess: boolean;
  /** Hours of this tenant at this door; null falls back to the hours of the zone. */
  accessHours: Hours | null;
  accessExpiresAt: string | null;
};

export type Tenant = {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string | null;
  /** E.164. */
  readonly phone: string;
  /** The site of the account; units and entry points may be at other sites. */
  readonly site: Site;
  units: Unit[];
  entryPoints: EntryPoint[];
};

export type Settings = {
  /** The published generation of the API that is simulated. */
  generation: '2026-05';
  /** Lifetime of a new token, in seconds. */
  tokenLifetimeSeconds: number;
  /** Whether a report requires an Idempotency-Key; only the newest generation does. */
  requireIdempotencyKey: boolean;
  /** Whether `…open_unconfirmed` and `…close_unconfirmed` are valid log keys; only in the newest generation. */
  knowsUnconfirmed: boolean;
  /** Duration of a motor run, in ms. */
  motorMs: number;
  /** Delay in the gateway before the motor starts, in ms. */
  dispatchMs: number;
  /** Relay time: how long a door stays open, in seconds. */
  relaySeconds: number;
};

/** A text message. */
export type Message = { readonly to: string; readonly text: string; readonly at: string };

/** A report that /locks/{id}/logs or /entry-points/{id}/logs accepted. */
export type Report = {
  readonly id: string;
  readonly tenantId: string;
  readonly kind: DoorKind;
  readonly doorId: string;
  readonly key: string;
  readonly happenedAt: string;
  readonly reason: string | null;
  readonly idempotencyKey: string | null;
  readonly at: string;
};

/** The simulated data. */
export type World = {
  readonly tenants: Tenant[];
  readonly settings: Settings;
  readonly messages: Message[];
  readonly reports: Report[];
};

/** The settings of the base generation. */
export function defaultSettings(): Settings {
  return {
    generation: '2026-05',
    tokenLifetimeSeconds: 12 * 60 * 60,
    requireIdempotencyKey: false,
    knowsUnconfirmed: false,
    motorMs: 2000,
    dispatchMs: 0,
    relaySeconds: 5,
  };
}
