import { isWithinHours, opensNext } from './access-hours.ts';
import type { Denial } from './denial.ts';
import type { Door } from './door.ts';

/** What the person may do with a door at one moment. */
export type DoorState = { readonly kind: 'permitted' } | { readonly kind: 'denied'; readonly denial: Denial };

const PERMITTED: DoorState = { kind: 'permitted' };

/**
 * The server's word first; then the expiry and the hours that came with it, which the app itself has to honour
 * (KISS guide, `access_expires_at` and `access_hours`). `at` is epoch ms on the server's clock.
 */
export function doorStateAt(door: Door, at: number): DoorState {
  if (door.grant.kind === 'denied') return door.grant;
  if (door.expiresAt !== null && at >= door.expiresAt) {
    return { kind: 'denied', denial: { kind: 'expired', expiredAt: door.expiresAt } };
  }
  if (door.hours.length === 0) return PERMITTED;
  // An unknown zone (null) claims nothing, so it closes nothing.
  if (door.hours.some((hours) => isWithinHours(hours, at) !== false)) return PERMITTED;
  const openings = door.hours.map((hours) => opensNext(hours, at)).filter((moment) => moment !== null);
  return {
    kind: 'denied',
    denial: { kind: 'outside-hours', opensAt: openings.length > 0 ? Math.min(...openings) : null },
  };
}

/** True when the app may offer an Open button: permitted now, and the lock's id is known. */
export function isOpenable(door: Door, at: number): boolean {
  return door.openability.kind === 'openable' && doorStateAt(door, at).kind === 'permitted';
}
