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

/** As a request would carry it. */
const tokenOf = ({ vault }: SessionStore) => vault.of(tenantKey(signIn.tenant))?.token;
/** The server's refusal of what this page holds. */
const refuse = (store: SessionStore, at: number) => {
  const session = store.get();
  store.send({ type: 'rejected', credential: session.kind === 'signed-in' ? session.credential : null, at });
};

const device = () => createJsonStore(() => localStorage, window);
const hear = (key: string | null) => dispatchEvent(new StorageEvent('storage', { key, storageArea: localStorage }));

beforeEach(() => localStorage.clear());

describe('a session on this device', () => {
  it('is none to begin with', () => {
    expect(createSessionStore(device(), API, {}, Date.now).get()).toEqual(SIGNED_OUT);
  });

  it('outlives the page', () => {
    createSessionStore(device(), API, {}, Date.now).send(signIn);
    const next = createSessionStore(device(), API, {}, Date.now);
    expect(next.get()).toMatchObject({ kind: 'signed-in', accounts: 2 });
    expect(tokenOf(next)).toBe('1|abc');
  });

  it('leaves no token behind when it ends', () => {
    const store = createSessionStore(device(), API, {}, Date.now);
    store.send(signIn);
    store.send({ type: 'left', because: 'left', at: 2_000 });
    expect(JSON.stringify({ ...localStorage })).not.toContain('1|abc');
    expect(createSessionStore(device(), API, {}, Date.now).get()).toMatchObject({
      kind: 'signed-out',
      because: 'left',
    });
  });

  it('is over for a reload and for other tabs as soon as leaving was decided, and here when it is done', () => {
    const store = createSessionStore(device(), API, {}, Date.now);
    store.send(signIn);
    store.foretell({ type: 'left', because: 'left', at: 2_000 });
    expect([store.get().kind, tokenOf(store)]).toEqual(['signed-in', '1|abc']);
    expect(createSessionStore(device(), API, {}, Date.now).get()).toMatchObject({
      kind: 'signed-out',
      because: 'left',
    });
    expect(JSON.stringify({ ...localStorage })).not.toContain('1|abc');
  });

  it('is none of ours when it belongs to another API', () => {
    createSessionStore(device(), API, {}, Date.now).send(signIn);
    expect(createSessionStore(device(), 'https://b.test/v2', {}, Date.now).get()).toEqual(SIGNED_OUT);
  });

  it.each([
    ['text', 'x'],
    ['nothing', null],
    ['an unknown kind', { kind: 'half' }],
    ['a session without a token', { ...signIn, kind: 'signed-in', token: 7, signedInAt: 1, afterRejection: false }],
    ['a reason that nobody knows', { kind: 'signed-out', because: 'bored', phone: null, at: 1 }],
  ])('is none when storage holds %s', (_what, kept) => {
    device().set('session', kept);
    expect(createSessionStore(device(), API, {}, Date.now).get()).toEqual(SIGNED_OUT);
  });

  it('works, for as long as the page lives, where storage is refused', () => {
    const store = createSessionStore(memoryStore(), API, {}, Date.now);
    store.send(signIn);
    expect(store.get()).toMatchObject({ kind: 'signed-in' });
    refuse(store, 100_000);
    expect(store.get()).toMatchObject({ because: 'expired' });
  });

  it('tells whoever follows it of every change, and of nothing else, until they stop', () => {
    const store = createSessionStore(device(), API, {}, Date.now);
    const changed = vi.fn();
    const stop = store.subscribe(changed);
    store.send(signIn);
    store.send({ type: 'rejected', credential: 'older', at: 2_000 });
    expect(changed).toHaveBeenCalledTimes(1);
    stop();
    store.send({ type: 'left', because: 'left', at: 2_000 });
    expect(changed).toHaveBeenCalledTimes(1);
  });
});

describe('the other tab', () => {
  it('is signed in and signed out with this one', () => {
    const [here, there] = [
      createSessionStore(device(), API, {}, Date.now),
      createSessionStore(device(), API, {}, Date.now),
    ];
    const changed = vi.fn();
    there.subscribe(changed);
    here.send(signIn);
    hear('door-access:session');
    expect(there.get()).toEqual(here.get());
    here.send({ type: 'left', because: 'left', at: 2_000 });
    hear('door-access:session');
    expect(there.get()).toMatchObject({ kind: 'signed-out', because: 'left' });
    expect(changed).toHaveBeenCalledTimes(2);
  });

  it('is signed out when everything stored is wiped', () => {
    const store = createSessionStore(device(), API, {}, Date.now);
    store.send(signIn);
    localStorage.clear();
    hear(null);
    expect(store.get()).toEqual(SIGNED_OUT);
  });

  it.each(['door-access:rate-windows', 'session', 'another-app:session'])('does not care about %s', (key) => {
    const store = createSessionStore(device(), API, {}, Date.now);
    const changed = vi.fn();
    store.subscribe(changed);
    hear(key);
    expect(changed).not.toHaveBeenCalled();
  });
});

describe('a session that the release before wrote', () => {
  /** As release 0.1.0 stored it under `door-access:session`, to the letter. */
  const BEFORE =
    '{"kind":"signed-in","token":"1|abc","tenant":{"apiBase":"https://a.test/v2","e164":"+13035550101","id":"t1",' +
    '"name":"Ada"},"phone":{"country":"US","national":"3035550101"},"accounts":2,"signedInAt":1000,"afterRejection":false}';
  const stored = () => localStorage.getItem('door-access:session') ?? '';
  beforeEach(() => localStorage.setItem('door-access:session', BEFORE));

  it('goes on: nobody is signed out by a deploy', () => {
    const store = createSessionStore(device(), API, {}, Date.now);
    expect(store.get()).toMatchObject({ kind: 'signed-in', tenant: signIn.tenant, accounts: 2, signedInAt: 1_000 });
    expect(tokenOf(store)).toBe('1|abc');
    expect(store.isLeaving()).toBe(false);
  });

  it('stays as it is, for a page of that release in another tab', () => {
    createSessionStore(device(), API, {}, Date.now).stored();
    expect(stored()).toBe(BEFORE);
  });

  it('is what this release writes, so that such a page reads it', () => {
    localStorage.clear();
    const store = createSessionStore(device(), API, {}, Date.now);
    store.send(signIn);
    expect(JSON.parse(stored())).toEqual(JSON.parse(BEFORE));
  });

  it('that such a page writes while this one is open is taken over, and its end, too', () => {
    localStorage.clear();
    const store = createSessionStore(device(), API, {}, Date.now);
    localStorage.setItem('door-access:session', BEFORE);
    hear('door-access:session');
    expect(tokenOf(store)).toBe('1|abc');
    localStorage.setItem('door-access:session', '{"kind":"signed-out","because":"left","phone":null,"at":2000}');
    hear('door-access:session');
    expect([store.get().kind, tokenOf(store)]).toEqual(['signed-out', undefined]);
  });
});

describe('what is written down with a session', () => {
  const DAY = 86_400_000;
  const open = (now: number, life = {}) => createSessionStore(device(), API, life, () => now);
  const marked = () => device().get('to-remove');

  it('is a mark, as soon as it ends, that something is still to be removed', () => {
    const store = open(0);
    store.send(signIn);
    expect(marked()).toBeNull();
    store.foretell({ type: 'left', because: 'left', at: 2_000 });
    expect(marked()).toBe(true);
  });

  it.each(['rejected', 'left'] as const)('is no mark where it was over already: %s', (type) => {
    open(0).send({ type, credential: null, because: 'left', at: 2_000 } as SessionStoreEvent);
    expect(marked()).toBeNull();
  });

  it('is no number of somebody who changes accounts: this page alone knows it', () => {
    const store = open(0);
    store.send(signIn);
    store.send({ type: 'left', because: 'switch-account', at: 2_000 });
    expect(store.get()).toMatchObject({ phone: signIn.phone });
    expect(JSON.stringify({ ...localStorage })).not.toContain(signIn.phone.national);
  });

  it('is the number of an expired session for thirty days', () => {
    const store = open(0);
    store.send(signIn);
    refuse(store, 0);
    expect(open(30 * DAY).get()).toMatchObject({ because: 'expired', phone: signIn.phone });
    device().remove('to-remove');
    expect(open(31 * DAY).get()).toEqual(SIGNED_OUT);
    expect(marked()).toBe(true);
    expect(JSON.stringify({ ...localStorage })).not.toContain(signIn.phone.national);
  });

  it('is no token that has outlived the operator’s days', () => {
    open(1_000).send(signIn);
    const store = open(9 * DAY, { maxAgeDays: 7 });
    expect(store.get()).toMatchObject({ because: 'expired', phone: signIn.phone });
    expect(JSON.stringify({ ...localStorage })).not.toContain(signIn.token);
    expect(marked()).toBe(true);
  });

  it('is when it was used: at a start and at every look at what the device holds', () => {
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

describe('leaving', () => {
  it('goes on until it is done, and a refusal meanwhile makes no expired session of it', () => {
    const store = createSessionStore(device(), API, {}, Date.now);
    store.send(signIn);
    expect(store.isLeaving()).toBe(false);
    store.foretell({ type: 'left', because: 'left', at: 2_000 });
    expect(store.isLeaving()).toBe(true);
    refuse(store, 3_000);
    expect(store.get()).toMatchObject({ because: 'left', phone: null });
    expect(store.isLeaving()).toBe(false);
  });
});

describe('the token', () => {
  it('is no part of the session that pages see', () => {
    const store = createSessionStore(device(), API, {}, Date.now);
    store.send(signIn);
    expect(JSON.stringify([store.get(), store.stored()])).not.toContain('1|abc');
  });

  it('is there for the last reports while a person leaves, and gone when they have left', () => {
    const store = createSessionStore(device(), API, {}, Date.now);
    store.send(signIn);
    store.foretell({ type: 'left', because: 'left', at: 2_000 });
    expect(tokenOf(store)).toBe('1|abc');
    store.send({ type: 'left', because: 'left', at: 2_000 });
    expect(tokenOf(store)).toBeUndefined();
  });

  it('is gone when it was refused', () => {
    const store = createSessionStore(device(), API, {}, Date.now);
    store.send(signIn);
    refuse(store, 3_000);
    expect(tokenOf(store)).toBeUndefined();
  });

  it('that another tab has put in its place is another credential', () => {
    const store = createSessionStore(device(), API, {}, Date.now);
    store.send(signIn);
    const [before] = [store.get()];
    createSessionStore(device(), API, {}, Date.now).send({ ...signIn, token: '2|def' });
    expect(store.stored()).not.toEqual(before);
    expect([store.get(), tokenOf(store)]).toEqual([before, '1|abc']);
  });

  it.each(['soon', null, {}])('whose end makes no sense (%j) has run out', (expiresAt) => {
    createSessionStore(device(), API, {}, Date.now).send(signIn);
    device().set('session', { ...(device().get('session') as object), expiresAt });
    expect(createSessionStore(device(), API, {}, Date.now).get()).toMatchObject({
      kind: 'signed-out',
      because: 'expired',
    });
  });

  it('that runs out ends the session at the next look at it, and is kept with its end until then', () => {
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
