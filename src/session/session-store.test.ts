// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { tenantKey } from '#model';
import { createJsonStore, memoryStore } from '#platform';
import { SIGNED_OUT } from './session.ts';
import { createSessionStore, type SessionStore, type SessionStoreEvent } from './session-store.ts';

const API = 'https://a.test/v2';
const signIn = {
  type: 'signed-in',
  token: '1|abc',
  tenant: { apiBase: API, e164: '+13035550101', id: 't1', name: 'Ada' },
  phone: { country: 'US', national: '3035550101' },
  accounts: 2,
  at: 1_000,
} as const;

/** The token that a request would carry. */
const tokenOf = ({ vault }: SessionStore) => vault.of(tenantKey(signIn.tenant))?.token;
/** The server answers 401 to this page's token. */
const refuse = (store: SessionStore, at: number) => {
  const session = store.get();
  store.send({ type: 'rejected', credential: session.kind === 'signed-in' ? session.credential : null, at });
};

const device = () => createJsonStore(() => localStorage, window);
const storageEvent = (key: string | null) =>
  dispatchEvent(new StorageEvent('storage', { key, storageArea: localStorage }));

beforeEach(() => localStorage.clear());

describe('a session on this device', () => {
  it('is signed out at first', () => {
    expect(createSessionStore(device(), API, {}, Date.now).get()).toEqual(SIGNED_OUT);
  });

  it('survives a reload', () => {
    createSessionStore(device(), API, {}, Date.now).send(signIn);
    const next = createSessionStore(device(), API, {}, Date.now);
    expect(next.get()).toMatchObject({ kind: 'signed-in', accounts: 2 });
    expect(tokenOf(next)).toBe('1|abc');
  });

  it('leaves no token in storage when it ends', () => {
    const store = createSessionStore(device(), API, {}, Date.now);
    store.send(signIn);
    store.send({ type: 'signed-out', because: 'signed-out', at: 2_000 });
    expect(JSON.stringify({ ...localStorage })).not.toContain('1|abc');
    expect(createSessionStore(device(), API, {}, Date.now).get()).toMatchObject({
      kind: 'signed-out',
      because: 'signed-out',
    });
  });

  it('ends for a reload and for other tabs when persist is called, and here when send is called', () => {
    const store = createSessionStore(device(), API, {}, Date.now);
    store.send(signIn);
    store.persist({ type: 'signed-out', because: 'signed-out', at: 2_000 });
    expect([store.get().kind, tokenOf(store)]).toEqual(['signed-in', '1|abc']);
    expect(createSessionStore(device(), API, {}, Date.now).get()).toMatchObject({
      kind: 'signed-out',
      because: 'signed-out',
    });
    expect(JSON.stringify({ ...localStorage })).not.toContain('1|abc');
  });

  it('is ignored when it belongs to another API', () => {
    createSessionStore(device(), API, {}, Date.now).send(signIn);
    expect(createSessionStore(device(), 'https://b.test/v2', {}, Date.now).get()).toEqual(SIGNED_OUT);
  });

  it.each([
    ['text', 'x'],
    ['nothing', null],
    ['an unknown kind', { kind: 'half' }],
    ['a session without a token', { ...signIn, kind: 'signed-in', token: 7, signedInAt: 1, afterRejection: false }],
    ['an unknown cause', { kind: 'signed-out', because: 'bored', phone: null, at: 1 }],
  ])('is signed out when storage holds %s', (_what, kept) => {
    device().set('session', kept);
    expect(createSessionStore(device(), API, {}, Date.now).get()).toEqual(SIGNED_OUT);
  });

  it('works until the page closes where storage is refused', () => {
    const store = createSessionStore(memoryStore(), API, {}, Date.now);
    store.send(signIn);
    expect(store.get()).toMatchObject({ kind: 'signed-in' });
    refuse(store, 100_000);
    expect(store.get()).toMatchObject({ because: 'expired' });
  });

  it('notifies its subscribers of every change, and of nothing else, until they unsubscribe', () => {
    const store = createSessionStore(device(), API, {}, Date.now);
    const changed = vi.fn();
    const stop = store.subscribe(changed);
    store.send(signIn);
    store.send({ type: 'rejected', credential: 'older', at: 2_000 });
    expect(changed).toHaveBeenCalledTimes(1);
    stop();
    store.send({ type: 'signed-out', because: 'signed-out', at: 2_000 });
    expect(changed).toHaveBeenCalledTimes(1);
  });
});

describe('another tab', () => {
  it('signs in and out with this one', () => {
    const [here, there] = [
      createSessionStore(device(), API, {}, Date.now),
      createSessionStore(device(), API, {}, Date.now),
    ];
    const changed = vi.fn();
    there.subscribe(changed);
    here.send(signIn);
    storageEvent('door-access:session');
    expect(there.get()).toEqual(here.get());
    here.send({ type: 'signed-out', because: 'signed-out', at: 2_000 });
    storageEvent('door-access:session');
    expect(there.get()).toMatchObject({ kind: 'signed-out', because: 'signed-out' });
    expect(changed).toHaveBeenCalledTimes(2);
  });

  it('is signed out when storage is cleared', () => {
    const store = createSessionStore(device(), API, {}, Date.now);
    store.send(signIn);
    localStorage.clear();
    storageEvent(null);
    expect(store.get()).toEqual(SIGNED_OUT);
  });

  it.each(['door-access:rate-windows', 'session', 'another-app:session'])('ignores a change of %s', (key) => {
    const store = createSessionStore(device(), API, {}, Date.now);
    const changed = vi.fn();
    store.subscribe(changed);
    storageEvent(key);
    expect(changed).not.toHaveBeenCalled();
  });
});

describe('a session that the previous release stored', () => {
  /** The exact text that release 0.1.0 stored under `door-access:session`. */
  const BEFORE =
    '{"kind":"signed-in","token":"1|abc","tenant":{"apiBase":"https://a.test/v2","e164":"+13035550101","id":"t1",' +
    '"name":"Ada"},"phone":{"country":"US","national":"3035550101"},"accounts":2,"signedInAt":1000,"afterRejection":false}';
  const stored = () => localStorage.getItem('door-access:session') ?? '';
  beforeEach(() => localStorage.setItem('door-access:session', BEFORE));

  it('stays signed in after a deploy', () => {
    const store = createSessionStore(device(), API, {}, Date.now);
    expect(store.get()).toMatchObject({ kind: 'signed-in', tenant: signIn.tenant, accounts: 2, signedInAt: 1_000 });
    expect(tokenOf(store)).toBe('1|abc');
    expect(store.isSigningOut()).toBe(false);
  });

  it('is not rewritten, because a page of that release may be open in another tab', () => {
    createSessionStore(device(), API, {}, Date.now).stored();
    expect(stored()).toBe(BEFORE);
  });

  it('has the format that this release writes, so that such a page can read it', () => {
    localStorage.clear();
    const store = createSessionStore(device(), API, {}, Date.now);
    store.send(signIn);
    expect(JSON.parse(stored())).toEqual(JSON.parse(BEFORE));
  });

  it('is adopted when such a page stores it while this one is open, and ends here when it ends there', () => {
    localStorage.clear();
    const store = createSessionStore(device(), API, {}, Date.now);
    localStorage.setItem('door-access:session', BEFORE);
    storageEvent('door-access:session');
    expect(tokenOf(store)).toBe('1|abc');
    localStorage.setItem('door-access:session', '{"kind":"signed-out","because":"left","phone":null,"at":2000}');
    storageEvent('door-access:session');
    expect(store.get()).toMatchObject({ kind: 'signed-out', because: 'signed-out' });
    expect(tokenOf(store)).toBeUndefined();
  });
});

describe('stored with a session', () => {
  const DAY = 86_400_000;
  const open = (now: number, life = {}) => createSessionStore(device(), API, life, () => now);
  const toRemove = () => device().get('to-remove');

  it('is a flag, from its end on, that its data must still be removed', () => {
    const store = open(0);
    store.send(signIn);
    expect(toRemove()).toBeNull();
    store.persist({ type: 'signed-out', because: 'signed-out', at: 2_000 });
    expect(toRemove()).toBe(true);
  });

  it.each(['rejected', 'signed-out'] as const)('is no such flag when it had already ended: %s', (type) => {
    open(0).send({ type, credential: null, because: 'signed-out', at: 2_000 } as SessionStoreEvent);
    expect(toRemove()).toBeNull();
  });

  it('is no phone number when the person switches accounts: only this page keeps it', () => {
    const store = open(0);
    store.send(signIn);
    store.send({ type: 'signed-out', because: 'switch-account', at: 2_000 });
    expect(store.get()).toMatchObject({ phone: signIn.phone });
    expect(JSON.stringify({ ...localStorage })).not.toContain(signIn.phone.national);
  });

  it('is the phone number of an expired session for thirty days', () => {
    const store = open(0);
    store.send(signIn);
    refuse(store, 0);
    expect(open(30 * DAY).get()).toMatchObject({ because: 'expired', phone: signIn.phone });
    device().remove('to-remove');
    expect(open(31 * DAY).get()).toEqual(SIGNED_OUT);
    expect(toRemove()).toBe(true);
    expect(JSON.stringify({ ...localStorage })).not.toContain(signIn.phone.national);
  });

  it('is no token that is older than the operator allows', () => {
    open(1_000).send(signIn);
    const store = open(9 * DAY, { maxAgeDays: 7 });
    expect(store.get()).toMatchObject({ because: 'expired', phone: signIn.phone });
    expect(JSON.stringify({ ...localStorage })).not.toContain(signIn.token);
    expect(toRemove()).toBe(true);
  });

  it('is the time of its last use: at start and whenever storage is read', () => {
    const life = { idleDays: 2 };
    open(1_000, life).send(signIn);
    const used = [DAY, 2 * DAY].map((now) => open(now, life).get().kind);
    let now = 3 * DAY;
    const store = createSessionStore(device(), API, life, () => now);
    now = 4.9 * DAY;
    store.stored();
    now = 6.8 * DAY;
    expect([...used, store.stored().kind]).toEqual(['signed-in', 'signed-in', 'signed-in']);
    expect(open(8.9 * DAY, life).get()).toMatchObject({ because: 'expired' });
  });
});

describe('signing out', () => {
  it('lasts until send is called, and a 401 before that does not make the session an expired one', () => {
    const store = createSessionStore(device(), API, {}, Date.now);
    store.send(signIn);
    expect(store.isSigningOut()).toBe(false);
    store.persist({ type: 'signed-out', because: 'signed-out', at: 2_000 });
    expect(store.isSigningOut()).toBe(true);
    refuse(store, 3_000);
    expect(store.get()).toMatchObject({ because: 'signed-out', phone: null });
    expect(store.isSigningOut()).toBe(false);
  });
});

describe('the token', () => {
  it('is not part of the session that pages see', () => {
    const store = createSessionStore(device(), API, {}, Date.now);
    store.send(signIn);
    expect(JSON.stringify([store.get(), store.stored()])).not.toContain('1|abc');
  });

  it('is available for the last reports during a sign-out, and gone after it', () => {
    const store = createSessionStore(device(), API, {}, Date.now);
    store.send(signIn);
    store.persist({ type: 'signed-out', because: 'signed-out', at: 2_000 });
    expect(tokenOf(store)).toBe('1|abc');
    store.send({ type: 'signed-out', because: 'signed-out', at: 2_000 });
    expect(tokenOf(store)).toBeUndefined();
  });

  it('is gone after a 401', () => {
    const store = createSessionStore(device(), API, {}, Date.now);
    store.send(signIn);
    refuse(store, 3_000);
    expect(tokenOf(store)).toBeUndefined();
  });

  it('that another tab has replaced has another credential id', () => {
    const store = createSessionStore(device(), API, {}, Date.now);
    store.send(signIn);
    const [before] = [store.get()];
    createSessionStore(device(), API, {}, Date.now).send({ ...signIn, token: '2|def' });
    expect(store.stored()).not.toEqual(before);
    expect([store.get(), tokenOf(store)]).toEqual([before, '1|abc']);
  });

  it.each(['soon', null, {}])('with an invalid expiry (%j) has expired', (expiresAt) => {
    createSessionStore(device(), API, {}, Date.now).send(signIn);
    device().set('session', { ...(device().get('session') as object), expiresAt });
    expect(createSessionStore(device(), API, {}, Date.now).get()).toMatchObject({
      kind: 'signed-out',
      because: 'expired',
    });
  });

  it('that expires ends the session when it is next read, and is stored with its expiry until then', () => {
    let now = 1_000;
    const open = () => createSessionStore(device(), API, {}, () => now);
    open().send({ ...signIn, expiresAt: 5_000 });
    now = 4_999;
    expect(tokenOf(open())).toBe('1|abc');
    now = 5_000;
    const store = open();
    expect([store.get().kind, tokenOf(store)]).toEqual(['signed-out', undefined]);
    expect(JSON.stringify({ ...localStorage })).not.toContain('1|abc');
  });
});
