import type { AccessPath } from '../demo.ts';
import type { FacilityController } from './facility-controller.ts';
import type { InputDriver } from './input-driver.ts';
import type { Target } from './target.ts';

/** What the app and the plan must show at the same time. */
export type Expectation = {
  /** `says` is the English text of the element. */
  readonly app?: Target & { readonly says?: string };
  /** A CSS selector within the plan: see targets.ts. */
  readonly plan?: string;
  /** Number of openings so far. */
  readonly openings?: number;
};

/** What a step can do. */
export type ScriptActions = InputDriver & {
  readonly facility: FacilityController;
  /** Disconnects the phone, or reconnects it. */
  setOnline(isOnline: boolean): void;
  /** Moves the demo's time forward. */
  jumpSeconds(seconds: number): void;
  /** Moves the time forward to this hour at the facility, 0 to 24, may be fractional. */
  jumpToHour(hour: number): void;
};

/** One step of a script: an action, and what must be shown after it. */
export type Step = {
  /** Caption, one sentence. */
  readonly say: string;
  readonly act?: (actions: ScriptActions) => void | Promise<void>;
  readonly shows: Expectation;
};

/** A script that uses the phone and the facility's control API. */
export type Scenario = {
  /** Lower case letters and hyphens, for the URL: `/demo#scenario=name`. */
  readonly name: string;
  readonly title: string;
  /** What to watch, in one sentence. */
  readonly watch: string;
  /** Number of the tenant (E.164), whose doors the plan highlights. */
  readonly phone: string;
  /** Default: `/tenant/access`, which has the balance. */
  readonly accessPath?: AccessPath;
  /** Prepares the facility. */
  readonly arrange?: (facility: FacilityController) => Promise<void>;
  /** Steps of the preparation, which run without pauses. */
  readonly before?: readonly Step[];
  readonly steps: readonly Step[];
};
