import { isWithinHours, opensNext } from './access-hours.ts';
import type { Denial } from './denial.ts';
import type { Door } from './door.ts';

/** Whether a tenant may open a door at one moment. */
export type DoorState = { readonly kind: 'permitted' } | { readonly kind: 'denied'; readonly denial: Denial };

const PERMITTED: DoorState = { kind: 'permitted' };

/**
 * The server's decision, then the expiry and the hours, which the app has to enforce (KISS guide, `access_expires_at` and
 * `access_hours`).
 *
 * @param at epoch ms on the server's clock
 */
export function doorStateAt(door: Door, at: number): DoorState {
  if (door.grant.kind === 'denied') return door.grant;
  if (door.expiresAt !== null && at >= door.expiresAt) {
    return { kind: 'denied', denial: { kind: 'expired', expiredAt: door.expiresAt } };
  }
  if (isOpenByHours(door, at)) return PERMITTED;
  const openings = door.hours.map((hours) => opensNext(hours, at)).filter((moment) => moment !== null);
  return {
    kind: 'denied',
    denial: { kind: 'outside-hours', opensAt: openings.length > 0 ? Math.min(...openings) : null },
  };
}

/** Whether `doorStateAt` returns permitted. Faster for many doors, because it computes no reason. */
export function isPermittedAt(door: Door, at: number): boolean {
  return door.grant.kind === 'permitted' && (door.expiresAt === null || at < door.expiresAt) && isOpenByHours(door, at);
}

/** Hours in an unknown time zone (null) deny nothing. */
function isOpenByHours({ hours }: Door, at: number): boolean {
  return hours.length === 0 || hours.some((window) => isWithinHours(window, at) !== false);
}
