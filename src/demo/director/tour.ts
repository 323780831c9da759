import { createListeners } from '#platform';
import type { Director } from './director.ts';
import type { Progress } from './progress.ts';
import type { Scenario } from './script.ts';

/** Plays scenarios in a loop, for an unattended screen. */
export type Tour = {
  isOn(): boolean;
  start(): void;
  stop(): void;
  /** With reduced motion: runs the next step, or starts the next scenario after the last step. */
  next(): void;
  /** Returns a function that unsubscribes. */
  subscribe(changed: () => void): () => void;
};

export type TourOptions = {
  readonly director: Director;
  readonly scenarios: readonly Scenario[];
  /** prefers-reduced-motion. */
  readonly isMotionReduced: () => boolean;
  /** Real timers. Ms. */
  readonly setTimer: (run: () => void, ms: number) => () => void;
};

/** Pause between two scenarios. Ms of real time. */
const PAUSE_MS = 3_000;

export function createTour({ director, scenarios, isMotionReduced, setTimer }: TourOptions): Tour {
  const listeners = createListeners();
  let position: number | null = null;
  let cancel = () => {};

  function setPosition(next: number | null) {
    position = next;
    listeners.notify();
  }

  function play(nth: number) {
    cancel();
    cancel = () => {};
    const next = nth % scenarios.length;
    const scenario = scenarios[next];
    if (!scenario) return;
    // Set before `director.play`, which notifies the listener below.
    position = next;
    director.play(scenario, { isPaused: isMotionReduced() });
    setPosition(next);
  }

  function leave() {
    cancel();
    setPosition(null);
  }

  director.subscribe(() => {
    if (position === null) return;
    const progress = director.progress();
    // A person chose another scenario.
    if (progress.kind === 'idle' || progress.scenario !== scenarios[position]) return leave();
    cancel();
    const next = position + 1;
    if (isOver(progress) && !isMotionReduced()) cancel = setTimer(() => play(next), PAUSE_MS);
  });

  return {
    isOn: () => position !== null,
    start: () => play(0),
    stop() {
      if (position === null) return;
      leave();
      director.takeOver();
    },
    next() {
      if (position === null) return;
      const progress = director.progress();
      const isLast = progress.kind === 'paused' && progress.done === progress.scenario.steps.length;
      if (isLast || isOver(progress)) play(position + 1);
      else director.step();
    },
    subscribe: listeners.subscribe,
  };
}

const isOver = ({ kind }: Progress) => kind === 'ended' || kind === 'failed';
