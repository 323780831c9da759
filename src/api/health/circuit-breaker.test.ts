import { describe, expect, it, vi } from 'vitest';
import { createFakeClock, NOON } from '#platform/test-helpers';
import { setUp } from './circuit-breaker.test-helper.ts';
import { createCircuitBreaker, FAILURES_TO_OPEN } from './circuit-breaker.ts';

describe('the breaker', () => {
  it('is closed, and stays so for a few failures', () => {
    const { breaker, fail } = setUp();
    fail(FAILURES_TO_OPEN - 1);
    expect(breaker.state()).toEqual({ kind: 'closed' });
  });

  it('opens with the last of so many failures in a row, and says when it probes', () => {
    const { breaker, fail } = setUp({ random: 0.5 });
    fail(FAILURES_TO_OPEN);
    expect(breaker.state()).toEqual({ kind: 'open', nextProbeAt: NOON + 3_000 });
  });

  it('counts anew after a success', () => {
    const { breaker, fail } = setUp();
    fail(FAILURES_TO_OPEN - 1);
    breaker.succeeded();
    fail(FAILURES_TO_OPEN - 1);
    expect(breaker.state().kind).toBe('closed');
  });

  it('does not put off its probe for failures that were still on their way', () => {
    const { breaker, fail, clock } = setUp();
    fail(FAILURES_TO_OPEN);
    clock.advance(1_000);
    fail(3);
    expect(breaker.state()).toEqual({ kind: 'open', nextProbeAt: NOON + 6_000 });
    expect(clock.waiting()).toBe(1);
  });

  it('probes after a part of a span that doubles, up to fifty seconds', async () => {
    const { probes, fail, pass } = setUp();
    fail(FAILURES_TO_OPEN);
    for (let second = 0; second < 250; second++) await pass(1_000);
    const spans = probes.map((at, nth) => at - (probes[nth - 1] ?? 0));
    expect(spans).toEqual([6_000, 12_000, 24_000, 48_000, 50_000, 50_000, 50_000]);
  });

  it('leaves the moment of its probe to chance when it is told nothing else', () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.25);
    const breaker = createCircuitBreaker({ clock: createFakeClock(), probe: async () => true });
    for (let nth = 0; nth < FAILURES_TO_OPEN; nth++) breaker.failed();
    expect(breaker.state()).toEqual({ kind: 'open', nextProbeAt: NOON + 1_500 });
  });

  it('probes at once where chance has it so', async () => {
    const { breaker, probes, fail, pass } = setUp({ random: 0, health: [true] });
    fail(FAILURES_TO_OPEN);
    await pass(0);
    expect(probes).toEqual([0]);
    expect(breaker.state().kind).toBe('closed');
  });

  it('closes with a good probe, and probes no more', async () => {
    const { breaker, probes, fail, pass } = setUp({ health: [false, true] });
    fail(FAILURES_TO_OPEN);
    await pass(6_000);
    expect(breaker.state()).toEqual({ kind: 'open', nextProbeAt: NOON + 18_000 });
    await pass(12_000);
    expect(breaker.state()).toEqual({ kind: 'closed' });
    await pass(200_000);
    expect(probes).toEqual([6_000, 18_000]);
  });

  it('opens again with the first failure after a good probe, and goes on with the longer spans', async () => {
    const { breaker, fail, pass } = setUp({ health: [true] });
    fail(FAILURES_TO_OPEN);
    await pass(6_000);
    fail(1);
    expect(breaker.state()).toEqual({ kind: 'open', nextProbeAt: NOON + 6_000 + 12_000 });
  });

  it('trusts the server again after the first success, and starts with the short spans when it falls once more', async () => {
    const { breaker, fail, pass } = setUp({ health: [true] });
    fail(FAILURES_TO_OPEN);
    await pass(6_000);
    breaker.succeeded();
    fail(FAILURES_TO_OPEN - 1);
    expect(breaker.state().kind).toBe('closed');
    fail(1);
    expect(breaker.state()).toEqual({ kind: 'open', nextProbeAt: NOON + 12_000 });
  });

  it('closes for a success that was still on its way, and calls the probe off', async () => {
    const { breaker, clock, probes, fail, pass } = setUp();
    fail(FAILURES_TO_OPEN);
    breaker.succeeded();
    expect(breaker.state()).toEqual({ kind: 'closed' });
    expect(clock.waiting()).toBe(0);
    await pass(100_000);
    expect(probes).toEqual([]);
  });
});

describe('who watches', () => {
  it('is told of each change, and of nothing after having left', async () => {
    const { breaker, fail, pass } = setUp({ health: [false, true] });
    const changed = vi.fn();
    const leave = breaker.subscribe(changed);
    breaker.succeeded();
    expect(changed).toHaveBeenCalledTimes(0);
    fail(FAILURES_TO_OPEN);
    expect(changed).toHaveBeenCalledTimes(1);
    await pass(6_000);
    expect(changed).toHaveBeenCalledTimes(2);
    await pass(12_000);
    expect(changed).toHaveBeenCalledTimes(3);
    leave();
    fail(1);
    expect(changed).toHaveBeenCalledTimes(3);
  });

  it('is told together with all others, even when one of them leaves at that', () => {
    const { breaker, fail } = setUp();
    const [first, second] = [vi.fn(() => leave()), vi.fn()];
    const leave = breaker.subscribe(first);
    breaker.subscribe(second);
    fail(FAILURES_TO_OPEN);
    breaker.succeeded();
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 2]);
  });
});
