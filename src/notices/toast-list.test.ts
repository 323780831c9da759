import { describe, expect, it, vi } from 'vitest';
import { createToastList } from './toast-list.ts';

const toast = (cause: string, title = cause) => ({ cause, title, next: '' });

describe('the toast list', () => {
  it('is empty at first', () => {
    expect(createToastList().list()).toEqual([]);
  });

  it('has one toast per cause, with its newest message, at the end', () => {
    const toasts = createToastList();
    for (const one of [toast('a'), toast('b'), toast('a', 'again')]) toasts.add(one);
    expect(toasts.list()).toMatchObject([toast('b'), toast('a', 'again')]);
  });

  it('has at most three toasts and drops the oldest', () => {
    const toasts = createToastList();
    for (const cause of ['a', 'b', 'c', 'd']) toasts.add(toast(cause));
    expect(toasts.list().map(({ cause }) => cause)).toEqual(['b', 'c', 'd']);
  });

  it('notifies subscribers until they unsubscribe', () => {
    const toasts = createToastList();
    const changed = vi.fn();
    const stop = toasts.subscribe(changed);
    toasts.add(toast('a'));
    toasts.remove('a');
    stop();
    toasts.add(toast('b'));
    expect(changed).toHaveBeenCalledTimes(2);
    expect(toasts.list()).toHaveLength(1);
  });
});
