import type { Pace } from '#api';
import type { RuntimeConfig } from '#config';
import type { Clock, JsonStore } from '#platform';

/** What a system asks of everybody who calls it, whatever they call. */
export type Manners = {
  /** Where it says whether it is well, without a token; null where it does not. */
  readonly healthPath: string | null;
  /** Holds one browser to so many requests a second (`createPace`); null where no pace is named. */
  readonly paceOf: ((browser: { readonly store: JsonStore; readonly clock: Clock }) => Pace) | null;
};

const MANNERS: Readonly<Record<RuntimeConfig['system'], Manners>> = {
  // KISS limits by number and by tenant, with windows and not with a pace.
  kiss: { healthPath: '/health', paceOf: null },
};

export function mannersOf(system: RuntimeConfig['system']): Manners {
  return MANNERS[system];
}
