/** What the lamp beside a door shows. */
export type Lamp = 'permitted' | 'denied' | 'opening' | 'open' | 'jammed' | 'offline' | 'none' | 'other';

/** What the door itself does, whoever's it is. */
export type Movement = 'moving' | 'open' | 'closed';

/** A door as the facility tells of it; no motor where a unit has no lock. */
type Told = {
  readonly isTenants: boolean;
  readonly motor: { readonly motor: 'ok' | 'jammed' | 'not_answered'; readonly position: Movement } | null;
  readonly isPermitted: boolean;
};

/**
 * One lamp for all that a door is. What it does comes before how it is, and how it is before who may pass: a motor that runs
 * is seen to run, even where it will jam at the end; a door that stands open is open to everybody; and where nothing can
 * move, a permission is of no use. Other people's doors keep what they show to themselves.
 */
export function lampOf({ isTenants, motor, isPermitted }: Told): Lamp {
  if (!isTenants) return 'other';
  if (!motor) return 'none';
  if (motor.position === 'moving') return 'opening';
  if (motor.position === 'open') return 'open';
  if (motor.motor === 'jammed') return 'jammed';
  if (motor.motor === 'not_answered') return 'offline';
  return isPermitted ? 'permitted' : 'denied';
}

/** Each lamp in words, in the order of the legend. */
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
