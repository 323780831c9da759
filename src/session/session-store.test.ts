// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createJsonStore, memoryStore } from '#platform';
import { SIGNED_OUT } from './session.ts';
import { createSessionStore } from './session-store.ts';

const API = 'https://a.test/v2';
const signIn = {
  type: 'signed-in',
  token: '1|abc',
  tenant: { apiBase: API, e164: '+13035550101', id: 't1', name: 'Ada' },
  phone: { country: 'US', national: '3035550101' },
  accounts: 2,
  at: 1_000,
} as const;

const device = () => createJsonStore(() => localStorage);
const hear = (key: string | null) => dispatchEvent(new StorageEvent('storage', { key, storageArea: localStorage }));

beforeEach(() => localStorage.clear());

describe('a session on this device', () => {
  it('is none to begin with', () => {
    expect(createSessionStore(device(), API).get()).toEqual(SIGNED_OUT);
  });

  it('outlives the page', () => {
    createSessionStore(device(), API).send(signIn);
    expect(createSessionStore(device(), API).get()).toMatchObject({ kind: 'signed-in', token: '1|abc', accounts: 2 });
  });

  it('leaves no token behind when it ends', () => {
    const store = createSessionStore(device(), API);
    store.send(signIn);
    store.send({ type: 'left', because: 'left' });
    expect(JSON.stringify({ ...localStorage })).not.toContain('1|abc');
    expect(createSessionStore(device(), API).get()).toMatchObject({ kind: 'signed-out', because: 'left' });
  });

  it('is over for a reload and for other tabs as soon as leaving was decided, and here when it is done', () => {
    const store = createSessionStore(device(), API);
    store.send(signIn);
    store.foretell({ type: 'left', because: 'left' });
    expect(store.get()).toMatchObject({ kind: 'signed-in', token: '1|abc' });
    expect(createSessionStore(device(), API).get()).toMatchObject({ kind: 'signed-out', because: 'left' });
    expect(JSON.stringify({ ...localStorage })).not.toContain('1|abc');
  });

  it('is none of ours when it belongs to another API', () => {
    createSessionStore(device(), API).send(signIn);
    expect(createSessionStore(device(), 'https://b.test/v2').get()).toEqual(SIGNED_OUT);
  });

  it.each([
    ['text', 'x'],
    ['nothing', null],
    ['an unknown kind', { kind: 'half' }],
    ['a session without a token', { ...signIn, kind: 'signed-in', token: 7, signedInAt: 1, afterRejection: false }],
    ['a reason that nobody knows', { kind: 'signed-out', because: 'bored', phone: null }],
  ])('is none when storage holds %s', (_what, kept) => {
    device().set('session', kept);
    expect(createSessionStore(device(), API).get()).toEqual(SIGNED_OUT);
  });

  it('works, for as long as the page lives, where storage is refused', () => {
    const store = createSessionStore(memoryStore(), API);
    store.send(signIn);
    expect(store.get()).toMatchObject({ kind: 'signed-in' });
    store.send({ type: 'rejected', token: '1|abc', at: 100_000 });
    expect(store.get()).toMatchObject({ because: 'expired' });
  });

  it('tells whoever follows it of every change, and of nothing else, until they stop', () => {
    const store = createSessionStore(device(), API);
    const changed = vi.fn();
    const stop = store.subscribe(changed);
    store.send(signIn);
    store.send({ type: 'rejected', token: 'older', at: 2_000 });
    expect(changed).toHaveBeenCalledTimes(1);
    stop();
    store.send({ type: 'left', because: 'left' });
    expect(changed).toHaveBeenCalledTimes(1);
  });
});

describe('the other tab', () => {
  it('is signed in and signed out with this one', () => {
    const [here, there] = [createSessionStore(device(), API), createSessionStore(device(), API)];
    const changed = vi.fn();
    there.subscribe(changed);
    here.send(signIn);
    hear('door-access:session');
    expect(there.get()).toEqual(here.get());
    here.send({ type: 'left', because: 'left' });
    hear('door-access:session');
    expect(there.get()).toMatchObject({ kind: 'signed-out', because: 'left' });
    expect(changed).toHaveBeenCalledTimes(2);
  });

  it('is signed out when everything stored is wiped', () => {
    const store = createSessionStore(device(), API);
    store.send(signIn);
    localStorage.clear();
    hear(null);
    expect(store.get()).toEqual(SIGNED_OUT);
  });

  it.each(['door-access:rate-windows', 'session', 'another-app:session'])('does not care about %s', (key) => {
    const store = createSessionStore(device(), API);
    const changed = vi.fn();
    store.subscribe(changed);
    hear(key);
    expect(changed).not.toHaveBeenCalled();
  });
});
