import { describe, expect, it, vi } from 'vitest';
import { tenantHash } from '#activity';
import type { Tenant } from '#model';
import { createJsonStore, memoryStore } from '#platform';
import { createWatchedStore } from '#platform/test-helpers';
import { createPins } from './pins.ts';

const sarah: Tenant = { apiBase: 'https://a.test', e164: '+13035550101', id: 't1', name: 'Sarah' };
const lee: Tenant = { ...sarah, id: 't2', name: 'Lee' };

describe('the pinned doors', () => {
  it('are in the order in which they were pinned', () => {
    const pins = createPins(memoryStore());
    for (const id of ['gate', 'b204', 'c101', 'gate', 'gate']) pins.toggle(sarah, id);
    expect(pins.list(sarah)).toEqual(['b204', 'c101', 'gate']);
  });

  it('are on the next page of this device, for this tenant only', () => {
    const { local } = createWatchedStore();
    createPins(local).toggle(sarah, 'gate');
    expect(createPins(local).list(sarah)).toEqual(['gate']);
    expect(createPins(local).list(lee)).toEqual([]);
  });

  it('are the same array until one of them changes', () => {
    const pins = createPins(createWatchedStore().local);
    expect(pins.list(sarah)).toBe(pins.list(sarah));
    pins.toggle(sarah, 'gate');
    const before = pins.list(sarah);
    expect(pins.list(sarah)).toBe(before);
    pins.toggle(sarah, 'b204');
    pins.toggle(sarah, 'b204');
    expect(pins.list(sarah)).toBe(before);
  });

  it('are at most 50: the oldest pin makes room for another', () => {
    const pins = createPins(memoryStore());
    for (let index = 0; index <= 50; index++) pins.toggle(sarah, `d${index}`);
    const doorIds = pins.list(sarah);
    expect([doorIds.length, doorIds[0], doorIds.at(-1)]).toEqual([50, 'd1', 'd50']);
  });

  it('are stored under a hash of the tenant', () => {
    const { local, kept } = createWatchedStore();
    createPins(local).toggle(sarah, 'gate');
    expect(Object.fromEntries(kept)).toEqual({ pins: { tenant: tenantHash(sarah), doorIds: ['gate'] } });
  });

  it.each([
    ['a text', 'gate'],
    ['a list', ['gate']],
    ['no ids', { tenant: tenantHash(sarah) }],
    ['ids that are no texts', { tenant: tenantHash(sarah), doorIds: ['gate', 7] }],
    ['no tenant', { doorIds: ['gate'] }],
  ])('are none if the stored value is %s, and can be pinned again', (_what, value) => {
    const { local } = createWatchedStore();
    local.set('pins', value);
    const pins = createPins(local);
    expect(pins.list(sarah)).toEqual([]);
    pins.toggle(sarah, 'b204');
    expect(pins.list(sarah)).toEqual(['b204']);
  });

  it('are gone after they were removed', () => {
    const { local, kept } = createWatchedStore();
    const pins = createPins(local);
    pins.toggle(sarah, 'gate');
    pins.remove();
    expect([pins.list(sarah), kept.size]).toEqual([[], 0]);
  });

  it.each([
    [sarah, 1],
    [lee, 0],
  ])('stay only for the tenant $id who is signed in now', (tenant, count) => {
    const { local, kept } = createWatchedStore();
    const pins = createPins(local);
    pins.toggle(sarah, 'gate');
    pins.removeOthers(tenant);
    expect(kept.size).toBe(count);
  });

  it('announce every change, and none after unsubscribing', () => {
    const pins = createPins(memoryStore());
    const changed = vi.fn();
    const unsubscribe = pins.subscribe(changed);
    pins.toggle(sarah, 'gate');
    expect(changed).toHaveBeenCalledTimes(1);
    pins.removeOthers(lee);
    expect(changed).toHaveBeenCalledTimes(2);
    pins.removeOthers(lee);
    expect(changed).toHaveBeenCalledTimes(2);
    pins.remove();
    expect(changed).toHaveBeenCalledTimes(3);
    unsubscribe();
    pins.toggle(sarah, 'gate');
    expect(changed).toHaveBeenCalledTimes(3);
  });
});

describe('another tab', () => {
  /** Two tabs with one storage; `announce` tells the first tab that a key has changed. */
  function openTabs() {
    const entries = new Map<string, string>();
    const storage = {
      getItem: (key: string) => entries.get(key) ?? null,
      setItem: (key: string, text: string) => void entries.set(key, text),
      removeItem: (key: string) => void entries.delete(key),
    } as Storage;
    const page = new EventTarget();
    const announce = (key: string | null) =>
      page.dispatchEvent(Object.assign(new Event('storage'), { key, storageArea: storage }));
    const pins = createPins(createJsonStore(() => storage, page));
    const otherPins = createPins(createJsonStore(() => storage));
    return { pins, otherPins, announce };
  }

  it('announces its changes', () => {
    const { pins, otherPins, announce } = openTabs();
    const changed = vi.fn();
    pins.subscribe(changed);
    otherPins.toggle(sarah, 'gate');
    announce('door-access:pins');
    announce('door-access:language');
    announce(null);
    expect(changed).toHaveBeenCalledTimes(2);
    expect(pins.list(sarah)).toEqual(['gate']);
  });

  it('keeps the pins of this one', () => {
    const { pins, otherPins } = openTabs();
    pins.toggle(sarah, 'gate');
    otherPins.toggle(sarah, 'b204');
    pins.toggle(sarah, 'c101');
    expect(otherPins.list(sarah)).toEqual(['gate', 'b204', 'c101']);
  });
});
