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

/** An area of which single calls can be refused, as a full or a forbidden one does. */
function moodyArea() {
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
  it('gives back what was put into it, and null for what is not there', () => {
    const store = localStore();
    store.set('a', { list: [1, 'two', null] });
    expect(store.get('a')).toEqual({ list: [1, 'two', null] });
    store.remove('a');
    expect(store.get('a')).toBeNull();
  });

  it('keeps its keys apart from another app’s', () => {
    localStorage.setItem('session', '"theirs"');
    localStore().set('session', 'ours');
    expect(localStorage.getItem('session')).toBe('"theirs"');
    expect(localStore().get('session')).toBe('ours');
  });

  it('of a tab is not that of the device', () => {
    tabStore().set('a', 1);
    expect(localStore().get('a')).toBeNull();
    expect(tabStore().get('a')).toBe(1);
  });

  it('takes what is not JSON for nothing', () => {
    localStorage.setItem('door-access:a', '{half');
    expect(localStore().get('a')).toBeNull();
  });
});

describe('where storage is refused', () => {
  it('altogether, memory serves', () => {
    const store = memoryStore();
    store.set('a', 1);
    expect(store.get('a')).toBe(1);
    store.remove('a');
    expect(store.get('a')).toBeNull();
    expect(memoryStore().get('a')).toBeNull();
  });

  it.each(['localStorage', 'sessionStorage'] as const)(
    'in all of %s, every part of the page has the same memory',
    (area) => {
      vi.spyOn(window, area, 'get').mockImplementation(() => {
        throw new DOMException('no cookies', 'SecurityError');
      });
      const { local, tab } = createBrowserPlatform(window);
      const [mine, others] = area === 'localStorage' ? [local, tab] : [tab, local];
      mine.set('a', 1);
      expect(mine.get('a')).toBe(1);
      expect(others.get('a')).toBeNull();
    },
  );

  it('because it is full, what was put last is what is there, not what still stands in storage', () => {
    const { refuses, store } = moodyArea();
    store.set('a', 'old');
    refuses.add('setItem');
    store.set('a', 'new');
    expect(store.get('a')).toBe('new');
    refuses.delete('setItem');
    store.set('a', 'newer');
    expect(store.get('a')).toBe('newer');
    expect(localStorage.getItem('door-access:a')).toBe('"newer"');
  });

  it('no call ever throws', () => {
    const { refuses, store } = moodyArea();
    for (const call of ['getItem', 'setItem', 'removeItem'] as const) refuses.add(call);
    store.set('a', 1);
    expect(store.get('a')).toBe(1);
    store.remove('a');
    expect(store.get('a')).toBeNull();
  });
});

describe('another tab', () => {
  const hear = (key: string | null, storageArea = localStorage) =>
    dispatchEvent(new StorageEvent('storage', { key, storageArea }));

  it('is heard when it changes a key of ours, or all of them, until nobody listens', () => {
    const changed = vi.fn();
    const stop = localStore().onOtherTab(changed);
    hear('door-access:a');
    hear(null);
    hear('a');
    hear('door-access:a', sessionStorage);
    expect(changed.mock.calls).toEqual([['a'], [null]]);
    stop();
    hear('door-access:a');
    expect(changed).toHaveBeenCalledTimes(2);
  });

  it.each(['door-access:a', null])('has the last word over what could not be stored here (%s)', (key) => {
    const seen: unknown[] = [];
    const store = localStore();
    vi.spyOn(Storage.prototype, 'setItem').mockImplementationOnce(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    store.set('a', 'here');
    store.onOtherTab(() => seen.push(store.get('a')));
    expect(store.get('a')).toBe('here');
    localStorage.setItem('door-access:a', '"there"');
    hear(key);
    expect(seen).toEqual(['there']);
  });
});
