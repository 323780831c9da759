import type { DoorKind } from '#facility';
import type { Demo } from '../demo.ts';

/** What the motors do that somebody signed in could tell to open. */
export type MotorHealth = 'ok' | 'jammed' | 'not_answered';

type Motor = { readonly kind: DoorKind; readonly id: string; readonly motor: MotorHealth };

/** What all motors of every tenant who has any that is not well do; `mixed` when it is not the same, `ok` without any. */
export function motorsAsTheyAre({ world }: Demo['facility']): MotorHealth | 'mixed' {
  const found = new Set<MotorHealth>();
  for (const tenant of world.tenants) {
    const theirs = new Set(motorsOf(tenant).map(({ motor }) => motor));
    if (theirs.size > 1 || !theirs.has('ok')) for (const motor of theirs) found.add(motor);
  }
  const [first = 'ok'] = found;
  return found.size > 1 ? 'mixed' : first;
}

/**
 * Makes the motors so: all that are not well again, or those of whoever is signed in. Gives how many were changed.
 *
 * @throws {Error} (rejects) with the control API's own sentence
 */
export async function setMotors({ facility, control }: Demo, health: MotorHealth): Promise<number> {
  // Who is signed in takes a look at all of the facility, which is too dear to be taken more often.
  const isTheirs = new Set(
    facility
      .state()
      .tenants.filter(({ liveTokens }) => liveTokens > 0)
      .map(({ id }) => id),
  );
  const tenants = facility.world.tenants.filter(({ id }) => health === 'ok' || isTheirs.has(id));
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
