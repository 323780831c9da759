import type { Scenario, Step } from './script.ts';

/** Where a script is. */
export type InScript = {
  readonly scenario: Scenario;
  /** How many steps were taken and seen. */
  readonly done: number;
  /** The step that is told of: it is being taken, or was taken last. Null before the first. */
  readonly step: Step | null;
};

/** How far a script has come. */
export type Progress =
  /** Nobody plays: the phone is for whoever touches it. */
  | { readonly kind: 'idle' }
  | ({ readonly kind: 'preparing' } & InScript)
  | ({ readonly kind: 'playing' } & InScript)
  /** Script and time stand still. */
  | ({ readonly kind: 'paused' } & InScript)
  | ({ readonly kind: 'ended' } & InScript)
  /** Somebody touched the phone: it is theirs now. */
  | ({ readonly kind: 'taken-over' } & InScript)
  | ({ readonly kind: 'failed'; readonly missed: string } & InScript);
