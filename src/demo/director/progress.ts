import type { Scenario, Step } from './script.ts';

/** The position in a script. */
export type ScriptPosition = {
  readonly scenario: Scenario;
  /** Number of completed steps. */
  readonly done: number;
  /** The step in progress, or the last one. Null before the first. */
  readonly step: Step | null;
};

/** The state of the director. */
export type Progress =
  /** No script. */
  | { readonly kind: 'idle' }
  | ({ readonly kind: 'preparing' } & ScriptPosition)
  | ({ readonly kind: 'playing' } & ScriptPosition)
  /** Script and time are paused. */
  | ({ readonly kind: 'paused' } & ScriptPosition)
  | ({ readonly kind: 'ended' } & ScriptPosition)
  /** Ended because a person used the phone. */
  | ({ readonly kind: 'taken-over' } & ScriptPosition)
  | ({ readonly kind: 'failed'; readonly missed: string } & ScriptPosition);
