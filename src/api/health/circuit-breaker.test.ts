import { describe, expect, it, vi } from 'vitest';
import { createFakeClock, NOON } from '#platform/test-helpers';
import { setUp } from './circuit-breaker.test-helper.ts';
import { createCircuitBreaker, FAILURES_TO_OPEN } from './circuit-breaker.ts';

describe('the circuit breaker', () => {
  it('stays closed after a few failures', () => {
    const { breaker, fail } = setUp();
    fail(FAILURES_TO_OPEN - 1);
    expect(breaker.state()).toEqual({ kind: 'closed' });
  });

  it('opens after four failures in a row, with the time of its probe', () => {
    const { breaker, fail } = setUp({ random: 0.5 });
    fail(FAILURES_TO_OPEN);
    expect(breaker.state()).toEqual({ kind: 'open', nextProbeAt: NOON + 3_000 });
  });

  it('starts counting again after a success', () => {
    const { breaker, fail } = setUp();
    fail(FAILURES_TO_OPEN - 1);
    breaker.succeeded();
    fail(FAILURES_TO_OPEN - 1);
    expect(breaker.state().kind).toBe('closed');
  });

  it('does not delay its probe for requests that fail later', () => {
    const { breaker, fail, clock } = setUp();
    fail(FAILURES_TO_OPEN);
    clock.advance(1_000);
    fail(3);
    expect(breaker.state()).toEqual({ kind: 'open', nextProbeAt: NOON + 6_000 });
    expect(clock.waiting()).toBe(1);
  });

  it('probes within a span that doubles, up to fifty seconds', async () => {
    const { probes, fail, pass } = setUp();
    fail(FAILURES_TO_OPEN);
    for (let second = 0; second < 250; second++) await pass(1_000);
    const spans = probes.map((at, nth) => at - (probes[nth - 1] ?? 0));
    expect(spans).toEqual([6_000, 12_000, 24_000, 48_000, 50_000, 50_000, 50_000]);
  });

  it('uses Math.random by default', () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.25);
    const breaker = createCircuitBreaker({ clock: createFakeClock(), probe: async () => true });
    for (let nth = 0; nth < FAILURES_TO_OPEN; nth++) breaker.failed();
    expect(breaker.state()).toEqual({ kind: 'open', nextProbeAt: NOON + 1_500 });
  });

  it('probes at once when the jitter is 0', async () => {
    const { breaker, probes, fail, pass } = setUp({ random: 0, health: [true] });
    fail(FAILURES_TO_OPEN);
    await pass(0);
    expect(probes).toEqual([0]);
    expect(breaker.state().kind).toBe('closed');
  });

  it('closes after a successful probe, and stops probing', async () => {
    const { breaker, probes, fail, pass } = setUp({ health: [false, true] });
    fail(FAILURES_TO_OPEN);
    await pass(6_000);
    expect(breaker.state()).toEqual({ kind: 'open', nextProbeAt: NOON + 18_000 });
    await pass(12_000);
    expect(breaker.state()).toEqual({ kind: 'closed' });
    await pass(200_000);
    expect(probes).toEqual([6_000, 18_000]);
  });

  it('opens again at the first failure after a successful probe, with the longer span', async () => {
    const { breaker, fail, pass } = setUp({ health: [true] });
    fail(FAILURES_TO_OPEN);
    await pass(6_000);
    fail(1);
    expect(breaker.state()).toEqual({ kind: 'open', nextProbeAt: NOON + 6_000 + 12_000 });
  });

  it('needs four failures again after a success, and starts with the short span', async () => {
    const { breaker, fail, pass } = setUp({ health: [true] });
    fail(FAILURES_TO_OPEN);
    await pass(6_000);
    breaker.succeeded();
    fail(FAILURES_TO_OPEN - 1);
    expect(breaker.state().kind).toBe('closed');
    fail(1);
    expect(breaker.state()).toEqual({ kind: 'open', nextProbeAt: NOON + 12_000 });
  });

  it('closes and cancels the probe when an earlier request succeeds', async () => {
    const { breaker, clock, probes, fail, pass } = setUp();
    fail(FAILURES_TO_OPEN);
    breaker.succeeded();
    expect(breaker.state()).toEqual({ kind: 'closed' });
    expect(clock.waiting()).toBe(0);
    await pass(100_000);
    expect(probes).toEqual([]);
  });
});

describe('a subscriber', () => {
  it('is called at each change until it unsubscribes', async () => {
    const { breaker, fail, pass } = setUp({ health: [false, true] });
    const changed = vi.fn();
    const unsubscribe = breaker.subscribe(changed);
    breaker.succeeded();
    expect(changed).toHaveBeenCalledTimes(0);
    fail(FAILURES_TO_OPEN);
    expect(changed).toHaveBeenCalledTimes(1);
    await pass(6_000);
    expect(changed).toHaveBeenCalledTimes(2);
    await pass(12_000);
    expect(changed).toHaveBeenCalledTimes(3);
    unsubscribe();
    fail(1);
    expect(changed).toHaveBeenCalledTimes(3);
  });

  it('is called even when another one unsubscribes in its callback', () => {
    const { breaker, fail } = setUp();
    const [first, second] = [vi.fn(() => unsubscribe()), vi.fn()];
    const unsubscribe = breaker.subscribe(first);
    breaker.subscribe(second);
    fail(FAILURES_TO_OPEN);
    breaker.succeeded();
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 2]);
  });
});
