// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createBrowserPlatform } from './browser-platform.ts';
import { createJsonStore, memoryStore } from './storage.ts';

const localStore = () => createBrowserPlatform(window).local;
const tabStore = () => createBrowserPlatform(window).tab;

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

/** A storage area that throws on the methods in `refuses`. */
function failingStorage() {
  const refuses = new Set<string | symbol>();
  const area = new Proxy(localStorage, {
    get(target, name) {
      if (refuses.has(name)) throw new DOMException('no', 'QuotaExceededError');
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { refuses, store: createJsonStore(() => area) };
}

describe('a store', () => {
  it('returns stored values, and null for missing ones', () => {
    const store = localStore();
    store.set('a', { list: [1, 'two', null] });
    expect(store.get('a')).toEqual({ list: [1, 'two', null] });
    store.remove('a');
    expect(store.get('a')).toBeNull();
  });

  it('separates its keys from those of another app', () => {
    localStorage.setItem('session', '"theirs"');
    localStore().set('session', 'ours');
    expect(localStorage.getItem('session')).toBe('"theirs"');
    expect(localStore().get('session')).toBe('ours');
  });

  it('of a tab is separate from that of the device', () => {
    tabStore().set('a', 1);
    expect(localStore().get('a')).toBeNull();
    expect(tabStore().get('a')).toBe(1);
  });

  it('returns null for invalid JSON', () => {
    localStorage.setItem('door-access:a', '{half');
    expect(localStore().get('a')).toBeNull();
  });
});

describe('when storage is refused', () => {
  it('memory is used', () => {
    const store = memoryStore();
    store.set('a', 1);
    expect(store.get('a')).toBe(1);
    store.remove('a');
    expect(store.get('a')).toBeNull();
    expect(memoryStore().get('a')).toBeNull();
  });

  it.each(['localStorage', 'sessionStorage'] as const)('for all of %s, the page shares one memory store', (area) => {
    vi.spyOn(window, area, 'get').mockImplementation(() => {
      throw new DOMException('no cookies', 'SecurityError');
    });
    const { local, tab } = createBrowserPlatform(window);
    const [mine, others] = area === 'localStorage' ? [local, tab] : [tab, local];
    mine.set('a', 1);
    expect(mine.get('a')).toBe(1);
    expect(others.get('a')).toBeNull();
  });

  it('for lack of quota, the latest value wins over the stored one', () => {
    const { refuses, store } = failingStorage();
    store.set('a', 'old');
    refuses.add('setItem');
    store.set('a', 'new');
    expect(store.get('a')).toBe('new');
    refuses.delete('setItem');
    store.set('a', 'newer');
    expect(store.get('a')).toBe('newer');
    expect(localStorage.getItem('door-access:a')).toBe('"newer"');
  });

  it('no call throws', () => {
    const { refuses, store } = failingStorage();
    for (const call of ['getItem', 'setItem', 'removeItem'] as const) refuses.add(call);
    store.set('a', 1);
    expect(store.get('a')).toBe(1);
    store.remove('a');
    expect(store.get('a')).toBeNull();
  });
});

describe('a change by another tab', () => {
  const dispatchStorage = (key: string | null, storageArea = localStorage) =>
    dispatchEvent(new StorageEvent('storage', { key, storageArea }));

  it('is reported for a key of this app or all keys, until unsubscribed', () => {
    const changed = vi.fn();
    const stop = localStore().onOtherTab(changed);
    dispatchStorage('door-access:a');
    dispatchStorage(null);
    dispatchStorage('a');
    dispatchStorage('door-access:a', sessionStorage);
    expect(changed.mock.calls).toEqual([['a'], [null]]);
    stop();
    dispatchStorage('door-access:a');
    expect(changed).toHaveBeenCalledTimes(2);
  });

  it.each(['door-access:a', null])('wins over a value that could not be stored here (%s)', (key) => {
    const seen: unknown[] = [];
    const store = localStore();
    vi.spyOn(Storage.prototype, 'setItem').mockImplementationOnce(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    store.set('a', 'here');
    store.onOtherTab(() => seen.push(store.get('a')));
    expect(store.get('a')).toBe('here');
    localStorage.setItem('door-access:a', '"there"');
    dispatchStorage(key);
    expect(seen).toEqual(['there']);
  });
});
