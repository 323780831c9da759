import type { Hours } from './hours.ts';

/** What a motor does when it is told to open. */
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

/** The facts of a unit. What follows from them (state, reason, access) is decided in unit-rules.ts. */
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
  /** Dollars owed. */
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
  /** Whether a past due unit elsewhere at the same site closes this one too. */
  blanket: boolean;
  accessHours: Hours | null;
  /** RFC 3339. */
  accessExpiresAt: string | null;
  /** A state and a reason said outright, whatever the facts are: for values that are on no list yet. */
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
  /** Undefined follows the facts; null is open whatever they are; a text is the reason of a denial. */
  deniedReason: string | null | undefined;
  wouldHaveAccess: boolean;
  /** This person's own hours at this door; the zone's hours hold where there are none. */
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
  /** The site the account belongs to; units and entry points may stand at others. */
  readonly site: Site;
  units: Unit[];
  entryPoints: EntryPoint[];
};

export type Settings = {
  /** Which published generation of the API answers. There is one so far. */
  generation: '2026-05';
  /** How long a new token lives, in seconds. */
  tokenLifetimeSeconds: number;
  /** The newest generation wants an Idempotency-Key with every report; the base generation does not mind. */
  requireIdempotencyKey: boolean;
  /** Whether `…open_unconfirmed` and `…close_unconfirmed` are log keys here; they are in the newest generation only. */
  knowsUnconfirmed: boolean;
  /** How long a motor takes, in ms. */
  motorMs: number;
  /** How long a command waits inside the gateway before its motor starts, in ms. */
  dispatchMs: number;
  /** How long a door that was opened stays open, in seconds. */
  relaySeconds: number;
};

/** A text sent to a phone. */
export type Message = { readonly to: string; readonly text: string; readonly at: string };

/** A report of /locks/{id}/logs or /entry-points/{id}/logs that was accepted. */
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

/** All that is the case. */
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
