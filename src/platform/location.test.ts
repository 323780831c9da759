// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createPageLocation } from './location.ts';

beforeEach(() => history.replaceState(null, '', '/sign-in?from=mail#top'));

describe('the location of a page', () => {
  it('gives the path without search and hash, and the whole URL', () => {
    const { path, href, origin } = createPageLocation(window);
    expect([path(), href(), origin]).toEqual(['/sign-in', `${origin}/sign-in?from=mail#top`, window.location.origin]);
  });

  it('pushes or replaces the history entry', () => {
    const { navigate, path } = createPageLocation(window);
    const before = history.length;
    navigate('/doors');
    expect([path(), history.length]).toEqual(['/doors', before + 1]);
    navigate('/doors/u1', { replace: true });
    expect([path(), history.length]).toEqual(['/doors/u1', before + 1]);
  });

  it('notifies of every change until unsubscribed, and marks those by the browser', () => {
    const { navigate, path, subscribe } = createPageLocation(window);
    const seen: unknown[] = [];
    const stop = subscribe((isPopState) => seen.push([path(), isPopState]));
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

  it('calls all subscribers before microtasks run', async () => {
    const { subscribe } = createPageLocation(window);
    const order: string[] = [];
    subscribe(() => {
      order.push('first');
      queueMicrotask(() => order.push('rendered'));
    });
    subscribe(() => order.push('second'));
    dispatchEvent(new PopStateEvent('popstate'));
    await Promise.resolve();
    expect(order).toEqual(['first', 'second', 'rendered']);
  });

  it('does not replace the methods of `history`', () => {
    const { pushState } = history;
    // A library in another test file may have replaced them already.
    const isOwn = Object.hasOwn(history, 'pushState');
    const spied = vi.fn();
    createPageLocation(window).subscribe(spied);
    expect([history.pushState, Object.hasOwn(history, 'pushState')]).toEqual([pushState, isOwn]);
  });
});
