// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { frozenTime } from '#facility';
import { createDemo } from '../demo.ts';
import { createDirector, type Director } from './director.ts';
import type { Scenario } from './script.ts';
import { createTour } from './tour.ts';

/** A director whose looks are taken when the test says so. */
function createLab() {
  let looks: { run: () => void; ms: number }[] = [];
  const plan = document.createElement('div');
  const later = (run: () => void, ms: number) => {
    const look = { run, ms };
    looks.push(look);
    return () => {
      looks = looks.filter((one) => one !== look);
    };
  };
  const director = createDirector({
    begin: () => createDemo(frozenTime(0)),
    screen: () => null,
    plan: () => plan,
    later,
  });
  /** Every promise that can be kept is, then every look that is due is taken; again and again. */
  async function look(times: number) {
    for (let taken = 0; taken < times; taken++) {
      await new Promise((resolve) => setTimeout(resolve));
      const due = looks;
      looks = [];
      for (const { run } of due) run();
    }
    await new Promise((resolve) => setTimeout(resolve));
  }
  return { director, plan, look, later };
}

const acts: string[] = [];
const act = (name: string) => () => void acts.push(name);

function scenario(steps: readonly Partial<Scenario['steps'][number]>[], more: Partial<Scenario> = {}): Scenario {
  return {
    name: 'a-script',
    title: 'A script',
    watch: 'Watch.',
    phone: '+13035550101',
    steps: steps.map((step, nth) => ({ say: `step ${nth}`, shows: {}, ...step })),
    ...more,
  };
}

const kindOf = (director: Director) => director.progress().kind;
const doneOf = (director: Director) => {
  const progress = director.progress();
  return progress.kind === 'idle' ? null : progress.done;
};

describe('the director', () => {
  it('takes the steps in order, each once what the one before promised is seen', async () => {
    acts.length = 0;
    const { director, plan, look } = createLab();
    director.play(scenario([{ act: act('first'), shows: { plan: 'b' } }, { act: act('second') }]));
    await look(5);
    expect([acts, kindOf(director)]).toEqual([['first'], 'playing']);
    plan.append(document.createElement('b'));
    await look(160);
    expect([acts, kindOf(director), doneOf(director)]).toEqual([['first', 'second'], 'ended', 2]);
  });

  it('says what was not to be seen, after a while, and stops there', async () => {
    const { director, look } = createLab();
    director.play(scenario([{ say: 'The moon rises.', shows: { plan: 'i' } }, {}]));
    await look(400);
    expect(director.progress()).toMatchObject({ kind: 'failed', done: 0, missed: 'The moon rises.' });
  });

  it('stands still with its time while it is paused, and takes one step at a time', async () => {
    const { director, look } = createLab();
    director.play(scenario([{}, {}, {}]), { isPaused: true });
    await look(50);
    expect([kindOf(director), doneOf(director), director.demo().time.isHeld()]).toEqual(['paused', 0, true]);
    director.step();
    expect(director.demo().time.isHeld()).toBe(false);
    await look(50);
    expect([kindOf(director), doneOf(director), director.demo().time.isHeld()]).toEqual(['paused', 1, true]);
    director.goOn();
    await look(120);
    expect([kindOf(director), doneOf(director), director.demo().time.isHeld()]).toEqual(['ended', 3, false]);
  });

  it('finishes the step that it was paused in, and takes no other, when it is told to step', async () => {
    const { director, plan, look } = createLab();
    director.play(scenario([{ shows: { plan: 'b' } }, {}, {}]));
    await look(3);
    director.pause();
    await look(500);
    expect(kindOf(director)).toBe('paused');
    director.step();
    plan.append(document.createElement('b'));
    await look(50);
    expect([kindOf(director), doneOf(director)]).toEqual(['paused', 1]);
  });

  it('lets time stand still while a sentence is read, and tells of the step that is taken', async () => {
    const { director, look } = createLab();
    director.play(scenario([{ say: 'One.' }, { say: 'Two.' }]));
    await look(5);
    expect(director.progress()).toMatchObject({ kind: 'playing', done: 1, step: { say: 'One.' } });
    expect(director.demo().time.isHeld()).toBe(true);
  });

  it('stands still after the last step, too, for whoever takes them one by one', async () => {
    const { director, look } = createLab();
    director.play(scenario([{}]), { isPaused: true });
    await look(3);
    director.step();
    await look(5);
    expect([kindOf(director), doneOf(director), director.demo().time.isHeld()]).toEqual(['paused', 1, true]);
    director.goOn();
    await look(5);
    expect(kindOf(director)).toBe('ended');
  });

  it('lets go while it still gets ready, too, and the network is as it was', async () => {
    const { director, look } = createLab();
    const usual = director.demo().radio.latencyMs();
    director.play(scenario([{}], { before: [{ say: 'Never.', shows: { plan: 'i' } }] }));
    await look(3);
    director.takeOver();
    await look(5);
    expect([kindOf(director), director.demo().radio.latencyMs()]).toEqual(['taken-over', usual]);
  });

  it('begins anew with a fresh phone and facility, and the script before says nothing any more', async () => {
    const { director, look } = createLab();
    director.play(scenario([{ say: 'Never seen.', shows: { plan: 'i' } }]));
    await look(3);
    const [before, beginning] = [director.demo(), director.beginning()];
    director.play(scenario([{}], { name: 'another' }));
    expect(director.demo()).not.toBe(before);
    expect(director.beginning()).toBe(beginning + 1);
    await look(500);
    expect(director.progress()).toMatchObject({ kind: 'ended', scenario: { name: 'another' } });
  });

  it('forgets a scenario that another one follows before it was ready', async () => {
    const { director, look } = createLab();
    let ready = () => {};
    const arrange = () =>
      new Promise<void>((resolve) => {
        ready = resolve;
      });
    director.play(scenario([{ act: () => expect.unreachable() }], { name: 'first', arrange }));
    director.play(scenario([{}], { name: 'second' }), { isPaused: true });
    ready();
    await look(5);
    expect(director.progress()).toMatchObject({ kind: 'paused', scenario: { name: 'second' } });
  });

  it('lets go when somebody touches the phone, and its time runs for them', async () => {
    const { director, look } = createLab();
    director.play(scenario([{ shows: { plan: 'i' } }]), { isPaused: true });
    await look(3);
    director.takeOver();
    expect([kindOf(director), director.demo().time.isHeld()]).toEqual(['taken-over', false]);
    await look(500);
    expect(kindOf(director)).toBe('taken-over');
  });
});

describe('the tour', () => {
  const two = [scenario([{}], { name: 'one' }), scenario([{}], { name: 'two' })];
  const nameOf = (director: Director) => {
    const progress = director.progress();
    return progress.kind === 'idle' ? null : progress.scenario.name;
  };

  it('goes from scenario to scenario, and round again', async () => {
    const { director, look, later } = createLab();
    const tour = createTour({ director, scenarios: two, isCalm: () => false, later });
    const seen: (string | null)[] = [];
    director.subscribe(() => {
      if (kindOf(director) === 'ended') seen.push(nameOf(director));
    });
    tour.start();
    await look(400);
    expect(seen.slice(0, 3)).toEqual(['one', 'two', 'one']);
    expect(tour.isOn()).toBe(true);
  });

  it('ends when something else is chosen', async () => {
    const { director, look, later } = createLab();
    const tour = createTour({ director, scenarios: two, isCalm: () => false, later });
    tour.start();
    await look(3);
    director.play(scenario([{}], { name: 'chosen' }));
    await look(400);
    expect([tour.isOn(), nameOf(director)]).toEqual([false, 'chosen']);
  });

  it('ends when it is stopped, and the phone is for whoever stopped it', async () => {
    const { director, look, later } = createLab();
    const tour = createTour({ director, scenarios: two, isCalm: () => true, later });
    tour.start();
    await look(3);
    tour.stop();
    expect([tour.isOn(), kindOf(director)]).toEqual([false, 'taken-over']);
  });

  it('waits for “Next”, for whoever wants no motion', async () => {
    const { director, look, later } = createLab();
    const tour = createTour({ director, scenarios: two, isCalm: () => true, later });
    tour.start();
    await look(100);
    expect([kindOf(director), nameOf(director)]).toEqual(['paused', 'one']);
    tour.next();
    await look(5);
    expect(director.progress()).toMatchObject({ kind: 'paused', done: 1 });
    tour.next();
    await look(5);
    expect([kindOf(director), nameOf(director)]).toEqual(['paused', 'two']);
  });
});
