import { decideAccess } from './access-rules.ts';
import { HttpError } from './http.ts';
import type { DoorKind, EntryPoint, Lock, Tenant, Unit, World } from './world.ts';

/** A door with a motor, and the tenant that it belongs to. */
export type Door =
  | { readonly kind: 'lock'; readonly id: string; readonly tenant: Tenant; readonly unit: Unit; readonly motor: Lock }
  | { readonly kind: 'entry_point'; readonly id: string; readonly tenant: Tenant; readonly motor: EntryPoint };

/** Error messages for each kind of door. */
export const doorMessages = {
  lock: { notFound: 'Lock not found.', notYours: 'You do not have access to this lock.' },
  entry_point: { notFound: 'Entry point not found.', notYours: 'You do not have access to this entry point.' },
} as const;

/** The door with this id, of any tenant. */
export function findDoor(world: World, kind: DoorKind, id: string): Door | undefined {
  for (const tenant of world.tenants) {
    if (kind === 'lock') {
      const unit = tenant.units.find(({ lock }) => lock?.id === id);
      if (unit?.lock) return { kind, id, tenant, unit, motor: unit.lock };
    } else {
      const motor = tenant.entryPoints.find((point) => point.id === id);
      if (motor) return { kind, id, tenant, motor };
    }
  }
  return undefined;
}

/** @throws {HttpError} 404 when the door does not exist */
export function requireDoor(world: World, kind: DoorKind, id: string): Door {
  const door = findDoor(world, kind, id);
  if (!door) throw new HttpError(404, { message: doorMessages[kind].notFound });
  return door;
}

/** Whether the tenant may open the door at `at` (epoch ms): own door, permitted, inside its hours, not expired. */
export function mayOpen(door: Door, tenant: Tenant, at: number): boolean {
  if (door.tenant !== tenant) return false;
  const decisions = decideAccess(tenant, at);
  return door.kind === 'lock' ? decisions.unit(door.unit).access : decisions.entryPoint(door.motor).denied === null;
}
