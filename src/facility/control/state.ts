import { judge } from '../entry-point-rules.ts';
import type { Premises } from '../premises.ts';
import type { DoorKind, MotorHealth, Tenant } from '../world.ts';

/** What a motor shows of itself. */
export type Position = 'moving' | 'open' | 'closed';

/** What a picture of the facility needs: every door, what its motor does now, and what its tenant may do with it. `who` says of which tenants. */
export function describeState(
  { world, clock, tokens, motors }: Premises,
  who: (tenant: Tenant) => boolean = () => true,
) {
  return {
    now: clock.iso(),
    settings: world.settings,
    tenants: world.tenants.filter(who).map((tenant) => describeTenant(tenant)),
  };

  function describeTenant(tenant: Tenant) {
    const verdicts = judge(tenant, clock.now());
    return {
      id: tenant.id,
      name: tenant.name,
      phone: tenant.phone,
      site: tenant.site,
      liveTokens: tokens.countFor(tenant),
      units: tenant.units.map((unit) => ({
        ...unit,
        ...verdicts.unit(unit),
        lock: unit.lock && { ...unit.lock, ...movement('lock', unit.lock.id, unit.lock.motor) },
      })),
      entryPoints: tenant.entryPoints.map((point) => ({
        ...point,
        ...verdicts.entryPoint(point),
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
