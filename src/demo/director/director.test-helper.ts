import { frozenTime } from '#facility';
import { createDemo } from '../demo.ts';
import { createDirector, type Director } from './director.ts';
import type { Scenario } from './script.ts';

/** A director whose timers fire only in `runTimers`. */
export function createHarness() {
  let timers: { run: () => void; ms: number }[] = [];
  const plan = document.createElement('div');
  const setTimer = (run: () => void, ms: number) => {
    const timer = { run, ms };
    timers.push(timer);
    return () => {
      timers = timers.filter((one) => one !== timer);
    };
  };
  const director = createDirector({
    createDemo: () => createDemo(frozenTime(0)),
    phoneWindow: () => null,
    plan: () => plan,
    setTimer,
  });
  /** Settles pending promises and runs the timers that are set. Repeats this the given number of times. */
  async function runTimers(times: number) {
    for (let round = 0; round < times; round++) {
      await new Promise((resolve) => setTimeout(resolve));
      const due = timers;
      timers = [];
      for (const { run } of due) run();
    }
    await new Promise((resolve) => setTimeout(resolve));
  }
  return { director, plan, runTimers, setTimer };
}

/** A scenario with these steps; `more` overrides the defaults. */
export function scenario(steps: readonly Partial<Scenario['steps'][number]>[], more: Partial<Scenario> = {}): Scenario {
  return {
    name: 'a-script',
    title: 'A script',
    watch: 'Watch.',
    phone: '+13035550101',
    steps: steps.map((step, nth) => ({ say: `step ${nth}`, shows: {}, ...step })),
    ...more,
  };
}

export const kindOf = (director: Director) => director.progress().kind;
