import { describe, expect, it, vi } from 'vitest';
import { createToastList } from './toast-list.ts';

const toast = (cause: string, title = cause) => ({ cause, title, next: '' });

describe('what is said in toasts', () => {
  it('is nothing to begin with', () => {
    expect(createToastList().list()).toEqual([]);
  });

  it('says one cause once, with its newest message, last', () => {
    const toasts = createToastList();
    for (const one of [toast('a'), toast('b'), toast('a', 'again')]) toasts.add(one);
    expect(toasts.list()).toMatchObject([toast('b'), toast('a', 'again')]);
  });

  it('is three things at most: the oldest gives way', () => {
    const toasts = createToastList();
    for (const cause of ['a', 'b', 'c', 'd']) toasts.add(toast(cause));
    expect(toasts.list().map(({ cause }) => cause)).toEqual(['b', 'c', 'd']);
  });

  it('tells whoever follows it, until they stop', () => {
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
