import type { DoorKind, MotorHealth } from '#facility';
import type { Demo } from '../demo.ts';

type Motor = { readonly kind: DoorKind; readonly id: string; readonly motor: MotorHealth };

/** Health of the motors of all tenants with a faulty one; `mixed` when they differ, `ok` when none is faulty. */
export function readMotorHealth({ world }: Demo['facility']): MotorHealth | 'mixed' {
  const found = new Set<MotorHealth>();
  for (const tenant of world.tenants) {
    const motors = new Set(motorsOf(tenant).map(({ motor }) => motor));
    if (motors.size > 1 || !motors.has('ok')) for (const motor of motors) found.add(motor);
  }
  const [first = 'ok'] = found;
  return found.size > 1 ? 'mixed' : first;
}

/**
 * Repairs all motors, or sets the motors of the signed-in tenants. Resolves with the number of changed motors.
 *
 * @throws {Error} (rejects) with the message of the control API
 */
export async function setMotors({ facility, control }: Demo, health: MotorHealth): Promise<number> {
  // `state()` reads the whole facility, so it is called only here.
  const signedIn = new Set(
    facility
      .state()
      .tenants.filter(({ liveTokens }) => liveTokens > 0)
      .map(({ id }) => id),
  );
  const tenants = facility.world.tenants.filter(({ id }) => health === 'ok' || signedIn.has(id));
  const others = tenants.flatMap(motorsOf).filter(({ motor }) => motor !== health);
  for (const { kind, id } of others)
    await control('PATCH', `doors/${kind}/${encodeURIComponent(id)}`, { motor: health });
  return others.length;
}

function motorsOf({ units, entryPoints }: Demo['facility']['world']['tenants'][number]): readonly Motor[] {
  return [
    ...units.flatMap(({ lock }) => (lock ? [{ kind: 'lock' as const, id: lock.id, motor: lock.motor }] : [])),
    ...entryPoints.map(({ id, motor }) => ({ kind: 'entry_point' as const, id, motor })),
  ];
}
