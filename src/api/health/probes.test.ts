import { describe, expect, it, vi } from 'vitest';
import { NOON } from '#platform/test-helpers';
import { settle, setUp } from './circuit-breaker.test-helper.ts';
import { FAILURES_TO_OPEN } from './circuit-breaker.ts';

/** The answer to a probe, which comes when the test says so. */
function laterAnswer() {
  let answer = (_isWell: boolean) => {};
  const health = new Promise<boolean>((resolve) => (answer = resolve));
  return { health, answer: (isWell: boolean) => answer(isWell) };
}

describe('when the network has just come back', () => {
  it('the breaker asks at once instead of later, and once', async () => {
    const { breaker, probes, fail, pass } = setUp({ health: [true] });
    fail(FAILURES_TO_OPEN);
    await pass(1_000);
    breaker.probeNow();
    await settle();
    expect(probes).toEqual([1_000]);
    expect(breaker.state()).toEqual({ kind: 'closed' });
    await pass(100_000);
    expect(probes).toEqual([1_000]);
  });

  it('it asks nothing while all is well, or while it is asking', async () => {
    const { breaker, probes, fail, pass } = setUp();
    breaker.probeNow();
    fail(FAILURES_TO_OPEN);
    const asking = pass(6_000);
    breaker.probeNow();
    await asking;
    expect(probes).toEqual([6_000]);
  });

  it('it asks once, however often the network says so, and there is nothing to wait for meanwhile', async () => {
    const { health, answer } = laterAnswer();
    const { breaker, probes, fail, pass, clock } = setUp({ health: [health] });
    const changed = vi.fn();
    fail(FAILURES_TO_OPEN);
    await pass(1_000);
    breaker.subscribe(changed);
    for (let nth = 0; nth < 3; nth++) breaker.probeNow();
    expect(probes).toEqual([1_000]);
    expect(breaker.state()).toEqual({ kind: 'open', nextProbeAt: NOON + 1_000 });
    expect([changed.mock.calls.length, clock.waiting()]).toEqual([1, 0]);
    answer(false);
    await settle();
    expect(breaker.state()).toEqual({ kind: 'open', nextProbeAt: NOON + 1_000 + 12_000 });
  });

  it('and the probe finds the server well, the breaker closes and asks no more', async () => {
    const { breaker, probes, fail, pass } = setUp({ health: [false, true] });
    fail(FAILURES_TO_OPEN);
    await pass(6_000);
    await pass(1_000);
    breaker.probeNow();
    await pass(200_000);
    expect(breaker.state().kind).toBe('closed');
    expect(probes).toEqual([6_000, 7_000]);
  });
});

describe('a probe that a success has overtaken', () => {
  it.each([true, false])('changes nothing by its word %s', async (isWell) => {
    const { health, answer } = laterAnswer();
    const { breaker, fail, pass } = setUp({ health: [health] });
    fail(FAILURES_TO_OPEN);
    await pass(6_000);
    breaker.succeeded();
    answer(isWell);
    await settle();
    fail(FAILURES_TO_OPEN - 1);
    expect(breaker.state()).toEqual({ kind: 'closed' });
  });

  it('and new trouble after that: its word replaces the probe that was to come, so that there is one', async () => {
    const { health, answer } = laterAnswer();
    const { breaker, clock, fail, pass } = setUp({ health: [health] });
    fail(FAILURES_TO_OPEN);
    await pass(6_000);
    breaker.succeeded();
    fail(FAILURES_TO_OPEN);
    answer(false);
    await settle();
    expect(clock.waiting()).toBe(1);
    expect(breaker.state()).toEqual({ kind: 'open', nextProbeAt: clock.now() + 6_000 });
  });

  it('and new trouble after that: its good word closes, and nothing more is asked', async () => {
    const { health, answer } = laterAnswer();
    const { breaker, clock, fail, pass } = setUp({ health: [health] });
    fail(FAILURES_TO_OPEN);
    await pass(6_000);
    breaker.succeeded();
    fail(FAILURES_TO_OPEN);
    answer(true);
    await settle();
    expect([breaker.state().kind, clock.waiting()]).toEqual(['closed', 0]);
  });
});
