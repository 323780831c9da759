import { createListeners } from '#platform';
import type { Demo } from '../demo.ts';
import type { Touch } from './input-driver.ts';
import type { Progress, ScriptPosition } from './progress.ts';
import type { Scenario, Step } from './script.ts';
import { createStepPlayer, POLL_MS, type StepPlayer, type StepPlayerOptions } from './step-player.ts';

export type PlaybackOptions = {
  /** Starts paused, so that `step()` runs the steps. */
  readonly isPaused?: boolean;
  /** Plays without pauses for reading. */
  readonly isFast?: boolean;
};

/** Plays scenarios. Each one gets a new demo: a new facility and a new phone. */
export type Director = {
  progress(): Progress;
  /** The current demo. */
  demo(): Demo;
  /** Number of the current demo, from 1. */
  demoId(): number;
  /** Plays a scenario on a new demo. */
  play(scenario: Scenario, options?: PlaybackOptions): void;
  /** Creates a new demo without a scenario. */
  clear(): void;
  pause(): void;
  resume(): void;
  /** Runs the next step, then pauses again. */
  step(): void;
  /** Ends the script, because a person uses the phone. */
  takeOver(): void;
  /** The last touch of the script on the phone. */
  touch(): Touch | null;
  /** Returns a function that unsubscribes. */
  subscribe(changed: () => void): () => void;
};

export type DirectorOptions = Pick<StepPlayerOptions, 'plan' | 'setTimer'> & {
  /** Creates the demo for a scenario, or for none. */
  readonly createDemo: (scenario: Scenario | null) => Demo;
  /** The window in the phone's frame of that demo; null until it is loaded. */
  readonly phoneWindow: (demoId: number) => (Window & typeof globalThis) | null;
};

/** Time to read a caption before the next step. Ms of real time. */
const READING_MS = 1_100;
const READING_MS_PER_CHARACTER = 32;

export function createDirector({ createDemo, phoneWindow, plan, setTimer }: DirectorOptions): Director {
  const listeners = createListeners();
  let demo = createDemo(null);
  let demoId = 1;
  let run = new AbortController();
  let progress: Progress = { kind: 'idle' };
  let touch: Touch | null = null;
  let isPaused = false;
  let isFast = false;
  let isStepRequested = false;
  let isStepRunning = false;

  function setProgress(next: Progress) {
    progress = next;
    listeners.notify();
  }

  function playerFor(signal: AbortSignal): StepPlayer {
    const id = demoId;
    return createStepPlayer({
      demo,
      signal,
      phoneWindow: () => phoneWindow(id),
      plan,
      setTimer,
      onTouch(at) {
        touch = at;
        setProgress(progress);
      },
    });
  }

  async function runScenario(scenario: Scenario, signal: AbortSignal): Promise<void> {
    const { time } = demo;
    const player = playerFor(signal);
    const mayContinue = () => !isPaused || isStepRequested;
    let position: ScriptPosition = { scenario, done: 0, step: null };
    try {
      await player.prepare(scenario);
      touch = null;
      holdTime(position);
      for (const step of scenario.steps) {
        await player.until(mayContinue);
        isStepRequested = false;
        isStepRunning = true;
        position = { ...position, step };
        runTime(position);
        await player.play(step);
        isStepRunning = false;
        position = { ...position, done: position.done + 1 };
        holdTime(position);
        if (!isPaused && !isFast) await leaveTimeToRead(step, player);
      }
      await player.until(mayContinue);
      time.hold(false);
      setProgress({ kind: 'ended', ...position });
    } catch (error) {
      if (signal.aborted) return;
      time.hold(false);
      setProgress({ kind: 'failed', ...position, missed: error instanceof Error ? error.message : String(error) });
    }
  }

  /** Waits while a person reads the caption. The demo's time is held meanwhile, so that the screen does not change. */
  async function leaveTimeToRead({ say }: Step, player: StepPlayer): Promise<void> {
    let leftMs = READING_MS + READING_MS_PER_CHARACTER * say.length;
    await player.until(() => {
      leftMs -= POLL_MS;
      return leftMs <= 0 || isPaused;
    });
  }

  /** Lets the demo's time run during a step. */
  function runTime(position: ScriptPosition) {
    demo.time.hold(false);
    setProgress({ kind: 'playing', ...position });
  }

  /** Holds the demo's time between steps. */
  function holdTime(position: ScriptPosition) {
    demo.time.hold(true);
    setProgress({ kind: isPaused ? 'paused' : 'playing', ...position });
  }

  function currentPosition(): ScriptPosition | null {
    if (progress.kind === 'idle') return null;
    const { scenario, done, step } = progress;
    return { scenario, done, step };
  }

  function replaceDemo(scenario: Scenario | null) {
    run.abort();
    run = new AbortController();
    demoId += 1;
    demo.end();
    demo = createDemo(scenario);
    touch = null;
    isStepRequested = false;
    isStepRunning = false;
  }

  return {
    progress: () => progress,
    demo: () => demo,
    demoId: () => demoId,
    touch: () => touch,
    play(scenario, options = {}) {
      replaceDemo(scenario);
      isPaused = options.isPaused ?? false;
      isFast = options.isFast ?? false;
      setProgress({ kind: 'preparing', scenario, done: 0, step: null });
      void runScenario(scenario, run.signal);
    },
    clear() {
      replaceDemo(null);
      setProgress({ kind: 'idle' });
    },
    pause() {
      const position = currentPosition();
      if (progress.kind !== 'playing' || !position) return;
      isPaused = true;
      holdTime(position);
    },
    resume() {
      const position = currentPosition();
      if (progress.kind !== 'paused' || !position) return;
      isPaused = false;
      runTime(position);
    },
    step() {
      const position = currentPosition();
      if (progress.kind !== 'paused' || !position) return;
      isStepRequested = !isStepRunning;
      runTime(position);
    },
    takeOver() {
      const position = currentPosition();
      if (!position || !['preparing', 'playing', 'paused'].includes(progress.kind)) return;
      run.abort();
      touch = null;
      demo.time.hold(false);
      setProgress({ kind: 'taken-over', ...position });
    },
    subscribe: listeners.subscribe,
  };
}
