import { describe, expect, it } from 'vitest';
import { createFakeClock } from '#platform/test-helpers';
import { createRetryBudget } from './retry-budget.ts';

function setUp() {
  const clock = createFakeClock();
  const budget = createRetryBudget(clock);
  const spendAll = () => {
    let spent = 0;
    while (budget.spend()) spent += 1;
    return spent;
  };
  const earn = (times: number) => {
    for (let nth = 0; nth < times; nth++) budget.earn();
  };
  return { clock, budget, spendAll, earn };
}

describe('the retry budget', () => {
  it('starts with two retries', () => {
    expect(setUp().spendAll()).toBe(2);
  });

  it('earns one retry with ten requests', () => {
    const { spendAll, earn } = setUp();
    spendAll();
    earn(9);
    expect(spendAll()).toBe(0);
    earn(2);
    expect(spendAll()).toBe(1);
  });

  it('earns one retry in half a minute', () => {
    const { clock, spendAll } = setUp();
    spendAll();
    clock.advance(29_999);
    expect(spendAll()).toBe(0);
    clock.advance(1);
    expect(spendAll()).toBe(1);
  });

  it('adds up what requests and time have earned', () => {
    const { clock, spendAll, earn } = setUp();
    spendAll();
    earn(5);
    clock.advance(14_999);
    expect(spendAll()).toBe(0);
    clock.advance(1);
    expect(spendAll()).toBe(1);
  });

  it('never contains more than six retries', () => {
    const { clock, spendAll, earn } = setUp();
    clock.advance(24 * 3_600_000);
    expect(spendAll()).toBe(6);
    earn(1_000);
    expect(spendAll()).toBe(6);
  });

  it('loses no retry when the clock is set back', () => {
    const { clock, spendAll } = setUp();
    clock.setTo(clock.now() - 3_600_000);
    expect(spendAll()).toBe(2);
    clock.advance(30_000);
    expect(spendAll()).toBe(1);
  });
});
