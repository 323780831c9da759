import type { Pace } from '#api';
import type { Clock, JsonStore } from '#platform';

/** What a system's server asks of everybody who calls it, whatever they call. */
export type ServerPolicy = {
  /** Where it says whether it is well, without a credential; null where it does not. */
  readonly healthPath: string | null;
  /** Holds one browser to so many requests a second (`createPace`); null where no pace is named. */
  readonly paceOf: ((browser: { readonly store: JsonStore; readonly clock: Clock }) => Pace) | null;
};
