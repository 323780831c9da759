import { createListeners } from '#platform';
import type { Demo } from '../demo.ts';
import { msUntilHour } from '../facility-time.ts';
import { createFacilityHand } from './facility-hand.ts';
import { createFingers, findIn, type Touch } from './fingers.ts';
import type { InScript, Progress } from './progress.ts';
import type { Scenario, Sight, Stage, Step } from './script.ts';

/** How a scenario is played: with pauses to read, one step at a time, or without either. */
export type Manner = { readonly isPaused?: boolean; readonly isFast?: boolean };

export type Director = {
  progress(): Progress;
  /** The demo that is on at the moment; another one with every beginning. */
  demo(): Demo;
  /** How many demos there have been, this one included. */
  beginning(): number;
  /** Begins anew, with a fresh facility and a fresh phone. */
  play(scenario: Scenario, how?: Manner): void;
  /** A fresh facility and a fresh phone, and no script. */
  clear(): void;
  pause(): void;
  goOn(): void;
  /** Takes the next step, and stands still again. */
  step(): void;
  /** Somebody touched the phone. */
  takeOver(): void;
  /** Where a finger of the script came down last, on the phone. */
  touch(): Touch | null;
  /** The answer unsubscribes. */
  subscribe(changed: () => void): () => void;
};

export type DirectorParts = {
  /** A new demo, for a scenario or for none. */
  readonly begin: (scenario: Scenario | null) => Demo;
  /** The window in the phone's frame since that beginning; null until it is there. */
  readonly screen: (beginning: number) => (Window & typeof globalThis) | null;
  /** Where the plan is drawn. */
  readonly plan: () => ParentNode | null;
  /** Real timers, whatever the demo's time does: ms. */
  readonly later: (run: () => void, ms: number) => () => void;
};

/** How often the director looks whether it is to be seen. Ms of real time. */
const LOOK_MS = 40;
/** A sight that has not come by then does not come. Ms of real time, while time runs. */
const PATIENCE_MS = 15_000;

/** How long a caption is left to be read, before the next step. Ms of real time. */
const READING_MS = 1_100;
const READING_MS_A_LETTER = 32;

class CalledOff extends Error {}

export function createDirector(parts: DirectorParts): Director {
  const listeners = createListeners();
  let demo = parts.begin(null);
  let progress: Progress = { kind: 'idle' };
  let touch: Touch | null = null;
  /** Goes up whenever whatever still waits is called off. */
  let life = 1;
  let beginning = 1;
  let holds = false;
  let isFast = false;
  let mayStep = false;
  /** A step is being taken; it may stand still in the middle of it. */
  let isTaking = false;

  function become(next: Progress) {
    progress = next;
    listeners.notify();
  }

  const wait = (ms: number) => new Promise<void>((resolve) => void parts.later(resolve, ms));

  /** Looks again and again, as long as this life lasts. `patienceMs` counts while time runs. */
  async function until(isSo: () => boolean, mine: number, patienceMs = Number.POSITIVE_INFINITY): Promise<boolean> {
    for (let waitedMs = 0; ; waitedMs += demo.time.isHeld() || demo.time.rate() === 0 ? 0 : LOOK_MS) {
      if (life !== mine) throw new CalledOff();
      if (isSo()) return true;
      if (waitedMs > patienceMs) return false;
      await wait(LOOK_MS);
    }
  }

  function stageOf(mine: number): Stage {
    const here = demo;
    const since = beginning;
    const fingers = createFingers({
      phone: here.phone,
      screen: () => parts.screen(since),
      async until(isSo, what) {
        if (!(await until(isSo, mine, PATIENCE_MS))) throw new Error(what);
      },
      onTouch(at) {
        touch = at;
        become(progress);
      },
    });
    return {
      ...fingers,
      facility: createFacilityHand(here),
      setOnline: here.radio.setOnline,
      jumpSeconds: (seconds) => here.time.jump(seconds * 1000),
      jumpToHour: (hour) => here.time.jump(msUntilHour(hour, here.time.now())),
    };
  }

  function isSeen({ app, plan, openings }: Sight): boolean {
    return (
      (!app || findIn(parts.screen(beginning), app) !== null) &&
      (plan === undefined || (parts.plan()?.querySelector(plan) ?? null) !== null) &&
      (openings === undefined || demo.facility.journal.openings.length === openings)
    );
  }

  async function take(step: Step, stage: Stage, mine: number): Promise<void> {
    await step.act?.(stage);
    if (!(await until(() => isSeen(step.shows), mine, PATIENCE_MS))) throw new Error(step.say);
  }

  async function prepare({ arrange, before = [] }: Scenario, stage: Stage, mine: number): Promise<void> {
    const { radio } = demo;
    const usualMs = radio.latencyMs();
    await arrange?.(stage.facility);
    radio.setLatencyMs(0);
    try {
      for (const step of before) await take(step, stage, mine);
    } finally {
      radio.setLatencyMs(usualMs);
    }
    if (life !== mine) throw new CalledOff();
    touch = null;
  }

  async function run(scenario: Scenario, mine: number): Promise<void> {
    const here = demo;
    let at: InScript = { scenario, done: 0, step: null };
    try {
      const stage = stageOf(mine);
      await prepare(scenario, stage, mine);
      rest(at);
      for (const step of scenario.steps) {
        await until(() => !holds || mayStep, mine);
        mayStep = false;
        isTaking = true;
        at = { ...at, step };
        go(at);
        await take(step, stage, mine);
        isTaking = false;
        at = { ...at, done: at.done + 1 };
        rest(at);
        if (!holds && !isFast) await read(step, mine);
      }
      await until(() => !holds || mayStep, mine);
      here.time.hold(false);
      become({ kind: 'ended', ...at });
    } catch (error) {
      if (error instanceof CalledOff || life !== mine) return;
      here.time.hold(false);
      become({ kind: 'failed', ...at, missed: error instanceof Error ? error.message : String(error) });
    }
  }

  /** Time stands still meanwhile: what is told of stays to be seen, and what was begun goes on with the next step. */
  async function read({ say }: Step, mine: number): Promise<void> {
    let leftMs = READING_MS + READING_MS_A_LETTER * say.length;
    await until(() => {
      leftMs -= LOOK_MS;
      return leftMs <= 0 || holds;
    }, mine);
  }

  /** A step is taken: time runs. */
  function go(at: InScript) {
    demo.time.hold(false);
    become({ kind: 'playing', ...at });
  }

  /** Between two steps it stands still. */
  function rest(at: InScript) {
    demo.time.hold(true);
    become({ kind: holds ? 'paused' : 'playing', ...at });
  }

  /** Where the script is, whatever it does there; null where there is none. */
  function place(): InScript | null {
    if (progress.kind === 'idle') return null;
    const { scenario, done, step } = progress;
    return { scenario, done, step };
  }

  function begin(scenario: Scenario | null) {
    life += 1;
    beginning += 1;
    demo.end();
    demo = parts.begin(scenario);
    touch = null;
    mayStep = false;
    isTaking = false;
  }

  return {
    progress: () => progress,
    demo: () => demo,
    beginning: () => beginning,
    touch: () => touch,
    play(scenario, how = {}) {
      begin(scenario);
      holds = how.isPaused ?? false;
      isFast = how.isFast ?? false;
      become({ kind: 'preparing', scenario, done: 0, step: null });
      void run(scenario, life);
    },
    clear() {
      begin(null);
      become({ kind: 'idle' });
    },
    pause() {
      const at = place();
      if (progress.kind !== 'playing' || !at) return;
      holds = true;
      rest(at);
    },
    goOn() {
      const at = place();
      if (progress.kind !== 'paused' || !at) return;
      holds = false;
      go(at);
    },
    step() {
      const at = place();
      if (progress.kind !== 'paused' || !at) return;
      mayStep = !isTaking;
      go(at);
    },
    takeOver() {
      const at = place();
      if (!at || !['preparing', 'playing', 'paused'].includes(progress.kind)) return;
      life += 1;
      touch = null;
      demo.time.hold(false);
      become({ kind: 'taken-over', ...at });
    },
    subscribe: listeners.subscribe,
  };
}
