import type { Demo } from '../demo.ts';
import { msUntilHour } from '../facility-time.ts';
import { createFacilityController } from './facility-controller.ts';
import { createInputDriver, findIn, type Touch } from './input-driver.ts';
import type { Expectation, Scenario, ScriptActions, Step } from './script.ts';

export type StepPlayerOptions = {
  readonly demo: Demo;
  /** Ends each pending wait with a rejection. */
  readonly signal: AbortSignal;
  /** The window in the phone's frame; null until it is loaded. */
  readonly phoneWindow: () => (Window & typeof globalThis) | null;
  /** The element that contains the plan. */
  readonly plan: () => ParentNode | null;
  /** Real timers, independent of the demo's time. Ms. */
  readonly setTimer: (run: () => void, ms: number) => () => void;
  readonly onTouch: (touch: Touch) => void;
};

/** Performs steps on one demo. Every method rejects when `signal` aborts. */
export type StepPlayer = {
  /** Prepares the facility and runs the `before` steps without latency. */
  prepare(scenario: Scenario): Promise<void>;
  /**
   * Performs the step and waits until its expectation is met.
   *
   * @throws {Error} (rejects) with the caption of the step when the expectation is not met in time
   */
  play(step: Step): Promise<void>;
  /** Resolves with true when the condition is met, with false after `timeoutMs` in which the demo's time ran. */
  until(condition: () => boolean, timeoutMs?: number): Promise<boolean>;
};

/** Interval between checks of a condition. Ms of real time. */
export const POLL_MS = 40;
/** Timeout for an expectation. Ms of real time in which the demo's time runs. */
const TIMEOUT_MS = 15_000;

export function createStepPlayer(options: StepPlayerOptions): StepPlayer {
  const { demo, signal, phoneWindow, plan, setTimer, onTouch } = options;
  const { time, radio, facility, phone } = demo;

  const wait = (ms: number) => new Promise<void>((resolve) => void setTimer(resolve, ms));

  async function until(condition: () => boolean, timeoutMs = Number.POSITIVE_INFINITY): Promise<boolean> {
    for (let waitedMs = 0; ; waitedMs += time.isHeld() || time.rate() === 0 ? 0 : POLL_MS) {
      signal.throwIfAborted();
      if (condition()) return true;
      if (waitedMs > timeoutMs) return false;
      await wait(POLL_MS);
    }
  }

  async function expectWithin(condition: () => boolean, message: string): Promise<void> {
    if (!(await until(condition, TIMEOUT_MS))) throw new Error(message);
  }

  function isMet({ app, plan: inPlan, openings }: Expectation): boolean {
    return (
      (!app || findIn(phoneWindow(), app) !== null) &&
      (inPlan === undefined || (plan()?.querySelector(inPlan) ?? null) !== null) &&
      (openings === undefined || facility.journal.openings.length === openings)
    );
  }

  const actions: ScriptActions = {
    ...createInputDriver({ phone, phoneWindow, until: expectWithin, onTouch }),
    facility: createFacilityController(demo),
    setOnline: radio.setOnline,
    jumpSeconds: (seconds) => time.jump(seconds * 1000),
    jumpToHour: (hour) => time.jump(msUntilHour(hour, time.now())),
  };

  async function play(step: Step): Promise<void> {
    await step.act?.(actions);
    await expectWithin(() => isMet(step.shows), step.say);
  }

  return {
    until,
    play,
    async prepare({ arrange, before = [] }) {
      const latencyMs = radio.latencyMs();
      await arrange?.(actions.facility);
      radio.setLatencyMs(0);
      try {
        for (const step of before) await play(step);
      } finally {
        radio.setLatencyMs(latencyMs);
      }
      signal.throwIfAborted();
    },
  };
}
