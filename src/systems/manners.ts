import type { RuntimeConfig } from '#config';

/** What a system asks of everybody who calls it, whatever they call. */
export type Manners = {
  /** Where it says whether it is well, without a token; null where it does not. */
  readonly healthPath: string | null;
  /** Requests a second that one browser may send; null where no pace is named. */
  readonly perSecond: number | null;
};

const MANNERS: Readonly<Record<RuntimeConfig['system'], Manners>> = {
  // KISS limits by number and by tenant, with windows and not with a pace.
  kiss: { healthPath: '/health', perSecond: null },
};

export function mannersOf(system: RuntimeConfig['system']): Manners {
  return MANNERS[system];
}
