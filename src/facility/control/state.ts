import { decideAccess } from '../access-rules.ts';
import type { FacilityInstance } from '../instance.ts';
import type { DoorKind, MotorHealth, Tenant } from '../world.ts';

/** The state of a door. */
export type Position = 'moving' | 'open' | 'closed';

/** Every door with its motor, its position and the tenant's access to it. `who` filters the tenants. */
export function describeState(
  { world, clock, tokens, motors }: FacilityInstance,
  who: (tenant: Tenant) => boolean = () => true,
) {
  return {
    now: clock.iso(),
    settings: world.settings,
    tenants: world.tenants.filter(who).map((tenant) => describeTenant(tenant)),
  };

  function describeTenant(tenant: Tenant) {
    const decisions = decideAccess(tenant, clock.now());
    return {
      id: tenant.id,
      name: tenant.name,
      phone: tenant.phone,
      site: tenant.site,
      liveTokens: tokens.countFor(tenant),
      units: tenant.units.map((unit) => ({
        ...unit,
        ...decisions.unit(unit),
        lock: unit.lock && { ...unit.lock, ...movement('lock', unit.lock.id, unit.lock.motor) },
      })),
      entryPoints: tenant.entryPoints.map((point) => ({
        ...point,
        ...decisions.entryPoint(point),
        ...movement('entry_point', point.id, point.motor),
      })),
    };
  }

  function movement(kind: DoorKind, id: string, motor: MotorHealth) {
    const door = { kind, id };
    const position: Position = motors.isMoving(door) ? 'moving' : motors.isOpen(door) ? 'open' : 'closed';
    return { motor, position };
  }
}

export type FacilityState = ReturnType<typeof describeState>;
