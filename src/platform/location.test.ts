// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createPageLocation } from './location.ts';

beforeEach(() => history.replaceState(null, '', '/sign-in?from=mail#top'));

describe('the location of a page', () => {
  it('is the path without search and hash, and the whole address', () => {
    const { path, href, origin } = createPageLocation(window);
    expect([path(), href(), origin]).toEqual(['/sign-in', `${origin}/sign-in?from=mail#top`, window.location.origin]);
  });

  it('goes on with a step in the history, or without one', () => {
    const { navigate, path } = createPageLocation(window);
    const before = history.length;
    navigate('/doors');
    expect([path(), history.length]).toEqual(['/doors', before + 1]);
    navigate('/doors/u1', { replace: true });
    expect([path(), history.length]).toEqual(['/doors/u1', before + 1]);
  });

  it('tells of every change until nobody listens, and which one was a step of the browser', () => {
    const { navigate, path, subscribe } = createPageLocation(window);
    const seen: unknown[] = [];
    const stop = subscribe((isStep) => seen.push([path(), isStep]));
    navigate('/doors');
    history.replaceState(null, '', '/help');
    dispatchEvent(new PopStateEvent('popstate'));
    stop();
    navigate('/activity');
    expect(seen).toEqual([
      ['/doors', false],
      ['/help', true],
    ]);
  });

  it('tells all who listen of a step in one task, whoever of them listens first', async () => {
    const { subscribe } = createPageLocation(window);
    const order: string[] = [];
    subscribe(() => {
      order.push('first');
      queueMicrotask(() => order.push('drawn'));
    });
    subscribe(() => order.push('second'));
    dispatchEvent(new PopStateEvent('popstate'));
    await Promise.resolve();
    expect(order).toEqual(['first', 'second', 'drawn']);
  });

  it('leaves the methods of `history` as they are', () => {
    const { pushState } = history;
    // Another test's file may have loaded a library into this window that replaces them.
    const isOwn = Object.hasOwn(history, 'pushState');
    const spied = vi.fn();
    createPageLocation(window).subscribe(spied);
    expect([history.pushState, Object.hasOwn(history, 'pushState')]).toEqual([pushState, isOwn]);
  });
});
