import type { AccessHours } from './access-hours.ts';
import type { Denial } from './denial.ts';

/** A rented unit, or a shared entry point (a gate, a building door, a lift reader). */
export type DoorKind = 'unit' | 'entry-point';

/** What a door is, where the system says so. A unit is `unit`, and an entry point without a known type is `other`. */
export type DoorForm = 'unit' | 'gate' | 'outer-door' | 'inner-door' | 'rollup-door' | 'other';

/** The tenant's own rental, or one that another tenant shares with them. */
export type GrantType = 'primary' | 'shared';

/** What an open command opens, by the server's id. */
export type OpenTarget = {
  readonly kind: 'lock' | 'entry-point';
  readonly id: string;
  /** The encrypted key for a native shell, bound to the token that fetched it. Never persist it. */
  readonly key: string | null;
  /** The lock's name, for a native shell that finds it by name. */
  readonly name?: string | null | undefined;
  /** A decimal number as text, because it exceeds `Number.MAX_SAFE_INTEGER`. */
  readonly serialNumber?: string | null | undefined;
};

/**
 * Whether the app can address this door. `no-lock`: the unit has no electronic lock. `lock-unknown`: the access list did
 * not name the lock.
 */
export type Openability =
  | { readonly kind: 'openable'; readonly target: OpenTarget }
  | { readonly kind: 'no-lock' }
  | { readonly kind: 'lock-unknown' };

/** The server's decision, before hours and expiry are considered. */
export type Grant = { readonly kind: 'permitted' } | { readonly kind: 'denied'; readonly denial: Denial };

export type Zone = { readonly id: string; readonly name: string | null };

export type Door = {
  /** Part of the URL of the door's page; unique within an access list. */
  readonly id: string;
  readonly kind: DoorKind;
  readonly form: DoorForm;
  readonly name: string;
  readonly locationId: string | null;
  readonly zones: readonly Zone[];
  readonly grantType: GrantType | null;
  readonly grant: Grant;
  readonly openability: Openability;
  /** Permitted within any of these; empty means at any time. */
  readonly hours: readonly AccessHours[];
  /** Epoch ms from which the app must deny the door; null for no end. */
  readonly expiresAt: number | null;
};

/** All doors of one tenant. */
export type AccessList = {
  readonly doors: readonly Door[];
  /** When the server last synchronised its data, in epoch ms; null when unknown. */
  readonly syncedAt: number | null;
};
