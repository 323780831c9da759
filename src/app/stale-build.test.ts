import { describe, expect, it, vi } from 'vitest';
import { memoryStore } from '#platform';
import { createFakeClock, NOON } from '#platform/test-helpers';
import { reloadForNewBuild } from './stale-build.ts';

function page(facts: { busy?: boolean; online?: boolean } = {}) {
  const clock = createFakeClock();
  const store = memoryStore();
  const reload = vi.fn();
  const { busy = false, online = true } = facts;
  const meet = () => reloadForNewBuild({ store, clock, isBusy: () => busy, isOnline: () => online, reload });
  return { clock, store, reload, meet };
}

describe('a page whose build is gone', () => {
  it('is loaded anew, once', () => {
    const { meet, reload, clock } = page();
    expect(meet()).toBe(true);
    clock.advance(59_999);
    expect(meet()).toBe(false);
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('may be loaded anew again a minute later, for the next deploy', () => {
    const { meet, reload, clock } = page();
    meet();
    clock.advance(60_000);
    expect(meet()).toBe(true);
    expect(reload).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['a door is being opened', { busy: true }],
    ['there is no network to fetch it from', { online: false }],
  ])('stays while %s, and has not used up its turn', (_while, facts) => {
    const { meet, reload, store } = page(facts);
    expect(meet()).toBe(false);
    expect(reload).not.toHaveBeenCalled();
    expect(store.get('reloaded-at')).toBeNull();
  });

  it('is loaded anew whatever nonsense storage holds', () => {
    const { meet, store } = page();
    store.set('reloaded-at', 'yesterday');
    expect(meet()).toBe(true);
    expect(store.get('reloaded-at')).toBe(NOON);
  });
});
