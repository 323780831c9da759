// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { createHarness, kindOf, scenario } from './director.test-helper.ts';
import type { Director } from './director.ts';
import { createTour } from './tour.ts';

describe('the tour', () => {
  const two = [scenario([{}], { name: 'one' }), scenario([{}], { name: 'two' })];
  const nameOf = (director: Director) => {
    const progress = director.progress();
    return progress.kind === 'idle' ? null : progress.scenario.name;
  };

  it('plays the scenarios in a loop', async () => {
    const { director, runTimers, setTimer } = createHarness();
    const tour = createTour({ director, scenarios: two, isMotionReduced: () => false, setTimer });
    const seen: (string | null)[] = [];
    director.subscribe(() => {
      if (kindOf(director) === 'ended') seen.push(nameOf(director));
    });
    tour.start();
    await runTimers(400);
    expect(seen.slice(0, 3)).toEqual(['one', 'two', 'one']);
    expect(tour.isOn()).toBe(true);
  });

  it('ends when another scenario is chosen', async () => {
    const { director, runTimers, setTimer } = createHarness();
    const tour = createTour({ director, scenarios: two, isMotionReduced: () => false, setTimer });
    tour.start();
    await runTimers(3);
    director.play(scenario([{}], { name: 'chosen' }));
    await runTimers(400);
    expect([tour.isOn(), nameOf(director)]).toEqual([false, 'chosen']);
  });

  it('ends when it is stopped, and the person takes over', async () => {
    const { director, runTimers, setTimer } = createHarness();
    const tour = createTour({ director, scenarios: two, isMotionReduced: () => true, setTimer });
    tour.start();
    await runTimers(3);
    tour.stop();
    expect([tour.isOn(), kindOf(director)]).toEqual([false, 'taken-over']);
  });

  it('with reduced motion, waits for “Next”', async () => {
    const { director, runTimers, setTimer } = createHarness();
    const tour = createTour({ director, scenarios: two, isMotionReduced: () => true, setTimer });
    tour.start();
    await runTimers(100);
    expect([kindOf(director), nameOf(director)]).toEqual(['paused', 'one']);
    tour.next();
    await runTimers(5);
    expect(director.progress()).toMatchObject({ kind: 'paused', done: 1 });
    tour.next();
    await runTimers(5);
    expect([kindOf(director), nameOf(director)]).toEqual(['paused', 'two']);
  });
});
