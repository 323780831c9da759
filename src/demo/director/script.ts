import type { AccessPath } from '../demo.ts';
import type { FacilityHand } from './facility-hand.ts';
import type { Fingers } from './fingers.ts';
import type { Target } from './target.ts';

/** What is to be seen, in the app and in the plan at the same time. */
export type Sight = {
  /** `says` is what stands there in English. */
  readonly app?: Target & { readonly says?: string };
  /** A CSS selector within the plan: see targets.ts. */
  readonly plan?: string;
  /** How many times doors have moved so far. */
  readonly openings?: number;
};

/** The person at the phone, and the hand behind the facility. */
export type Stage = Fingers & {
  readonly facility: FacilityHand;
  /** Another network than before: gone, or there again. */
  setOnline(isOnline: boolean): void;
  /** Goes forward in time. */
  jumpSeconds(seconds: number): void;
  /** To the next time that the facility's wall clock strikes this hour, 0 to 24 with its fraction. */
  jumpToHour(hour: number): void;
};

/** One step of a script: what is done, and what is then to be seen. */
export type Step = {
  /** One sentence, for whoever watches. */
  readonly say: string;
  readonly act?: (stage: Stage) => void | Promise<void>;
  readonly shows: Sight;
};

/** A short script over the facility's control API and the phone, with a name that its address has. */
export type Scenario = {
  /** Lower case and hyphens: `/demo#scenario=name`. */
  readonly name: string;
  readonly title: string;
  /** What to watch, in one sentence. */
  readonly watch: string;
  /** The E.164 number of whoever has the phone: whose doors light up in the plan. */
  readonly phone: string;
  /** The one that tells what is owed, unless said otherwise. */
  readonly accessPath?: AccessPath;
  /** How the facility is before it begins. */
  readonly arrange?: (facility: FacilityHand) => Promise<void>;
  /** Taken quickly, before it is watched. */
  readonly before?: readonly Step[];
  readonly steps: readonly Step[];
};
