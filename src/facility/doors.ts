import { judge } from './entry-point-rules.ts';
import { Refusal } from './http.ts';
import type { DoorKind, EntryPoint, Lock, Tenant, Unit, World } from './world.ts';

/** A door with a motor, and whose it is. */
export type Door =
  | { readonly kind: 'lock'; readonly id: string; readonly tenant: Tenant; readonly unit: Unit; readonly motor: Lock }
  | { readonly kind: 'entry_point'; readonly id: string; readonly tenant: Tenant; readonly motor: EntryPoint };

/** How the two kinds of door stand in addresses and messages. */
export const doorMessages = {
  lock: { notFound: 'Lock not found.', notYours: 'You do not have access to this lock.' },
  entry_point: { notFound: 'Entry point not found.', notYours: 'You do not have access to this entry point.' },
} as const;

/** The door of that id, whoever's it is. */
function findDoor(world: World, kind: DoorKind, id: string): Door | undefined {
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

/** @throws {Refusal} 404 when there is no such door */
export function requireDoor(world: World, kind: DoorKind, id: string): Door {
  const door = findDoor(world, kind, id);
  if (!door) throw new Refusal(404, { message: doorMessages[kind].notFound });
  return door;
}

/** Whether this tenant may pass this door at `at` (epoch ms): theirs, permitted, inside the hours, not expired. */
export function mayOpen(door: Door, tenant: Tenant, at: number): boolean {
  if (door.tenant !== tenant) return false;
  const verdicts = judge(tenant, at);
  return door.kind === 'lock' ? verdicts.unit(door.unit).access : verdicts.entryPoint(door.motor).denied === null;
}
