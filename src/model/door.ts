import type { AccessHours } from './access-hours.ts';
import type { Denial } from './denial.ts';

/** A rented unit, or something shared on the way to it (a gate, a building door, a lift reader). */
export type DoorKind = 'unit' | 'entry-point';

/** How the person came by a unit: their own rental, or somebody else's that is shared with them. */
export type GrantType = 'primary' | 'shared';

/** What an open command names: the id the server knows the motor by. */
export type OpenTarget = {
  readonly kind: 'lock' | 'entry-point';
  readonly id: string;
  /** The encrypted key for a native shell, bound to the token that fetched it; in memory only, never persisted. */
  readonly key: string | null;
  /** What the lock is called, for a native shell that asks for it by name. */
  readonly name?: string | null | undefined;
  /** A decimal number as text: it is larger than a JavaScript number holds exactly. */
  readonly serialNumber?: string | null | undefined;
};

/**
 * Whether the app could name this door to an opener at all.
 * `no-lock`: nothing to open here. `lock-unknown`: there is a lock, but the access answer did not say which.
 */
export type Openability =
  | { readonly kind: 'openable'; readonly target: OpenTarget }
  | { readonly kind: 'no-lock' }
  | { readonly kind: 'lock-unknown' };

/** What the server said about this person and this door, before hours and expiry are considered. */
export type Grant = { readonly kind: 'permitted' } | { readonly kind: 'denied'; readonly denial: Denial };

export type Zone = { readonly id: string; readonly name: string | null };

export type Door = {
  /** Stands in the address of the door's page; unique within one access list. */
  readonly id: string;
  readonly kind: DoorKind;
  readonly name: string;
  readonly locationId: string | null;
  readonly zones: readonly Zone[];
  readonly grantType: GrantType | null;
  readonly grant: Grant;
  readonly openability: Openability;
  /** Open when any of these is open; empty when the shape names none. */
  readonly hours: readonly AccessHours[];
  /** Epoch ms after which the app itself must stop offering the door; null when there is no such moment. */
  readonly expiresAt: number | null;
};

/** All doors of one tenant, as of one moment. */
export type AccessList = {
  readonly doors: readonly Door[];
  /** Epoch ms at which the facts were last refreshed, on the server's word; null when the shape does not say. */
  readonly syncedAt: number | null;
};
