import { describe, expect, it, vi } from 'vitest';
import { createListeners } from './listeners.ts';

describe('a set of listeners', () => {
  it('is told of each change, until one unsubscribes', () => {
    const { notify, subscribe } = createListeners();
    const [first, second] = [vi.fn(), vi.fn()];
    const stop = subscribe(first);
    subscribe(second);
    notify();
    stop();
    notify();
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 2]);
  });

  it('is told as it was when the change came: who leaves meanwhile still hears, who joins does not', () => {
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

  it('has a listener once, however often it subscribes', () => {
    const { notify, subscribe } = createListeners();
    const changed = vi.fn();
    subscribe(changed);
    subscribe(changed);
    notify();
    expect(changed).toHaveBeenCalledTimes(1);
  });
});
