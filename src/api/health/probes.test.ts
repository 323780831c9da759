import { describe, expect, it, vi } from 'vitest';
import { NOON } from '#platform/test-helpers';
import { settle, setUp } from './circuit-breaker.test-helper.ts';
import { FAILURES_TO_OPEN } from './circuit-breaker.ts';

/** A probe that ends when the test calls `answer`. */
function laterAnswer() {
  let answer = (_isWell: boolean) => {};
  const health = new Promise<boolean>((resolve) => (answer = resolve));
  return { health, answer: (isHealthy: boolean) => answer(isHealthy) };
}

describe('probeNow', () => {
  it('probes at once, and cancels the scheduled probe', async () => {
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

  it('does nothing while the breaker is closed or a probe is in flight', async () => {
    const { breaker, probes, fail, pass } = setUp();
    breaker.probeNow();
    fail(FAILURES_TO_OPEN);
    const asking = pass(6_000);
    breaker.probeNow();
    await asking;
    expect(probes).toEqual([6_000]);
  });

  it('probes once when it is called several times', async () => {
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

  it('closes the breaker with a successful probe, and stops probing', async () => {
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

describe('a probe that ends after a request has succeeded', () => {
  it.each([true, false])('changes nothing with its result %s', async (isHealthy) => {
    const { health, answer } = laterAnswer();
    const { breaker, fail, pass } = setUp({ health: [health] });
    fail(FAILURES_TO_OPEN);
    await pass(6_000);
    breaker.succeeded();
    answer(isHealthy);
    await settle();
    fail(FAILURES_TO_OPEN - 1);
    expect(breaker.state()).toEqual({ kind: 'closed' });
  });

  it('replaces the scheduled probe when it fails and the breaker has opened again', async () => {
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

  it('closes the breaker when it succeeds and the breaker has opened again', async () => {
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
