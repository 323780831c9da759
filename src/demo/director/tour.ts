import { createListeners } from '#platform';
import type { Director } from './director.ts';
import type { Progress } from './progress.ts';
import type { Scenario } from './script.ts';

/** Scenario after scenario, for a screen that nobody steers. */
export type Tour = {
  isOn(): boolean;
  start(): void;
  stop(): void;
  /** For whoever wants no motion: the next step, and after the last one the next scenario. */
  next(): void;
  /** The answer unsubscribes. */
  subscribe(changed: () => void): () => void;
};

export type TourParts = {
  readonly director: Director;
  readonly scenarios: readonly Scenario[];
  /** Whether this person wants things to stand still (prefers-reduced-motion). */
  readonly isCalm: () => boolean;
  /** Real time: ms. */
  readonly later: (run: () => void, ms: number) => () => void;
};

/** How long the end of a scenario stands. Ms of real time. */
const BETWEEN_MS = 3_000;

export function createTour({ director, scenarios, isCalm, later }: TourParts): Tour {
  const listeners = createListeners();
  let at: number | null = null;
  let cancel = () => {};

  function become(next: number | null) {
    at = next;
    listeners.notify();
  }

  function play(nth: number) {
    cancel();
    cancel = () => {};
    // Round and round, until somebody touches it.
    const wrapped = nth % scenarios.length;
    const scenario = scenarios[wrapped];
    if (!scenario) return;
    // Before the director tells of it.
    at = wrapped;
    director.play(scenario, { isPaused: isCalm() });
    become(wrapped);
  }

  function leave() {
    cancel();
    become(null);
  }

  director.subscribe(() => {
    if (at === null) return;
    const progress = director.progress();
    // Somebody chose something else.
    if (progress.kind === 'idle' || progress.scenario !== scenarios[at]) return leave();
    cancel();
    const after = at + 1;
    if (isOver(progress) && !isCalm()) cancel = later(() => play(after), BETWEEN_MS);
  });

  return {
    isOn: () => at !== null,
    start: () => play(0),
    stop() {
      if (at === null) return;
      leave();
      director.takeOver();
    },
    next() {
      if (at === null) return;
      const progress = director.progress();
      const isLast = progress.kind === 'paused' && progress.done === progress.scenario.steps.length;
      if (isLast || isOver(progress)) play(at + 1);
      else director.step();
    },
    subscribe: listeners.subscribe,
  };
}

const isOver = ({ kind }: Progress) => kind === 'ended' || kind === 'failed';
