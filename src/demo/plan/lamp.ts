import type { MotorHealth, Position } from '#facility';

/** The state that the lamp of a door shows. */
export type Lamp = 'permitted' | 'denied' | 'opening' | 'open' | 'jammed' | 'offline' | 'none' | 'other';

/** State of a door; `motor` is null for a unit without a lock. */
type DoorState = {
  readonly isTenants: boolean;
  readonly motor: { readonly motor: MotorHealth; readonly position: Position } | null;
  readonly isPermitted: boolean;
};

/**
 * The lamp of a door. In order of precedence: movement (a motor that will jam still runs first), health of the motor,
 * permission. Doors of other tenants show no state.
 */
export function lampOf({ isTenants, motor, isPermitted }: DoorState): Lamp {
  if (!isTenants) return 'other';
  if (!motor) return 'none';
  if (motor.position === 'moving') return 'opening';
  if (motor.position === 'open') return 'open';
  if (motor.motor === 'jammed') return 'jammed';
  if (motor.motor === 'not_answered') return 'offline';
  return isPermitted ? 'permitted' : 'denied';
}

/** Labels, in the order of the legend. */
export const lampLabels: Readonly<Record<Lamp, string>> = {
  permitted: 'permitted',
  denied: 'denied',
  opening: 'opening',
  open: 'open',
  jammed: 'jammed',
  offline: 'offline',
  none: 'no lock',
  other: 'somebody else’s',
};

export const lamps = Object.keys(lampLabels) as readonly Lamp[];
