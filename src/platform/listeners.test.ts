import { describe, expect, it, vi } from 'vitest';
import { createListeners } from './listeners.ts';

describe('a set of listeners', () => {
  it('is called on each change, except those that unsubscribed', () => {
    const { notify, subscribe } = createListeners();
    const [first, second] = [vi.fn(), vi.fn()];
    const stop = subscribe(first);
    subscribe(second);
    notify();
    stop();
    notify();
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 2]);
  });

  it('is called as it was before the change: unsubscribing or subscribing during a call has no effect on it', () => {
    const { notify, subscribe } = createListeners();
    const late = vi.fn();
    const second = vi.fn();
    subscribe(() => {
      stopSecond();
      subscribe(late);
    });
    const stopSecond = subscribe(second);
    notify();
    expect([second.mock.calls.length, late.mock.calls.length]).toEqual([1, 0]);
  });

  it('calls a listener once, even if it subscribed twice', () => {
    const { notify, subscribe } = createListeners();
    const changed = vi.fn();
    subscribe(changed);
    subscribe(changed);
    notify();
    expect(changed).toHaveBeenCalledTimes(1);
  });
});
