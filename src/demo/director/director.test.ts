// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { createHarness, kindOf, scenario } from './director.test-helper.ts';
import type { Director } from './director.ts';

const acts: string[] = [];
const act = (name: string) => () => void acts.push(name);

const doneOf = (director: Director) => {
  const progress = director.progress();
  return progress.kind === 'idle' ? null : progress.done;
};

describe('the director', () => {
  it('runs a step when the expectation of the previous step is met', async () => {
    acts.length = 0;
    const { director, plan, runTimers } = createHarness();
    director.play(scenario([{ act: act('first'), shows: { plan: 'b' } }, { act: act('second') }]));
    await runTimers(5);
    expect([acts, kindOf(director)]).toEqual([['first'], 'playing']);
    plan.append(document.createElement('b'));
    await runTimers(160);
    expect([acts, kindOf(director), doneOf(director)]).toEqual([['first', 'second'], 'ended', 2]);
  });

  it('fails with the caption of a step whose expectation is not met in time', async () => {
    const { director, runTimers } = createHarness();
    director.play(scenario([{ say: 'The moon rises.', shows: { plan: 'i' } }, {}]));
    await runTimers(400);
    expect(director.progress()).toMatchObject({ kind: 'failed', done: 0, missed: 'The moon rises.' });
  });

  it('holds the time while it is paused, and runs one step at a time', async () => {
    const { director, runTimers } = createHarness();
    director.play(scenario([{}, {}, {}]), { isPaused: true });
    await runTimers(50);
    expect([kindOf(director), doneOf(director), director.demo().time.isHeld()]).toEqual(['paused', 0, true]);
    director.step();
    expect(director.demo().time.isHeld()).toBe(false);
    await runTimers(50);
    expect([kindOf(director), doneOf(director), director.demo().time.isHeld()]).toEqual(['paused', 1, true]);
    director.resume();
    await runTimers(120);
    expect([kindOf(director), doneOf(director), director.demo().time.isHeld()]).toEqual(['ended', 3, false]);
  });

  it('step() finishes the step in which the script was paused, and runs no other', async () => {
    const { director, plan, runTimers } = createHarness();
    director.play(scenario([{ shows: { plan: 'b' } }, {}, {}]));
    await runTimers(3);
    director.pause();
    await runTimers(500);
    expect(kindOf(director)).toBe('paused');
    director.step();
    plan.append(document.createElement('b'));
    await runTimers(50);
    expect([kindOf(director), doneOf(director)]).toEqual(['paused', 1]);
  });

  it('holds the time while a caption is read, and reports that step meanwhile', async () => {
    const { director, runTimers } = createHarness();
    director.play(scenario([{ say: 'One.' }, { say: 'Two.' }]));
    await runTimers(5);
    expect(director.progress()).toMatchObject({ kind: 'playing', done: 1, step: { say: 'One.' } });
    expect(director.demo().time.isHeld()).toBe(true);
  });

  it('pauses after the last step, too', async () => {
    const { director, runTimers } = createHarness();
    director.play(scenario([{}]), { isPaused: true });
    await runTimers(3);
    director.step();
    await runTimers(5);
    expect([kindOf(director), doneOf(director), director.demo().time.isHeld()]).toEqual(['paused', 1, true]);
    director.resume();
    await runTimers(5);
    expect(kindOf(director)).toBe('ended');
  });

  it('restores the latency when a person takes over during the preparation', async () => {
    const { director, runTimers } = createHarness();
    const usual = director.demo().radio.latencyMs();
    director.play(scenario([{}], { before: [{ say: 'Never.', shows: { plan: 'i' } }] }));
    await runTimers(3);
    director.takeOver();
    await runTimers(5);
    expect([kindOf(director), director.demo().radio.latencyMs()]).toEqual(['taken-over', usual]);
  });

  it('replaces the demo for each scenario, and ignores the script of the previous one', async () => {
    const { director, runTimers } = createHarness();
    director.play(scenario([{ say: 'Never seen.', shows: { plan: 'i' } }]));
    await runTimers(3);
    const [before, id] = [director.demo(), director.demoId()];
    director.play(scenario([{}], { name: 'another' }));
    expect(director.demo()).not.toBe(before);
    expect(director.demoId()).toBe(id + 1);
    await runTimers(500);
    expect(director.progress()).toMatchObject({ kind: 'ended', scenario: { name: 'another' } });
  });

  it('drops a scenario that is replaced during its preparation', async () => {
    const { director, runTimers } = createHarness();
    let ready = () => {};
    const arrange = () =>
      new Promise<void>((resolve) => {
        ready = resolve;
      });
    director.play(scenario([{ act: () => expect.unreachable() }], { name: 'first', arrange }));
    director.play(scenario([{}], { name: 'second' }), { isPaused: true });
    ready();
    await runTimers(5);
    expect(director.progress()).toMatchObject({ kind: 'paused', scenario: { name: 'second' } });
  });

  it('ends when a person takes over, and lets the time run', async () => {
    const { director, runTimers } = createHarness();
    director.play(scenario([{ shows: { plan: 'i' } }]), { isPaused: true });
    await runTimers(3);
    director.takeOver();
    expect([kindOf(director), director.demo().time.isHeld()]).toEqual(['taken-over', false]);
    await runTimers(500);
    expect(kindOf(director)).toBe('taken-over');
  });
});
