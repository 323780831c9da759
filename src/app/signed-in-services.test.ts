// @vitest-environment jsdom

import { QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ACCESS_KEY } from '#access';
import { PICTURE } from '#boot';
import { checkConfig } from '#config/check';
import { type AccessList, tenantKey } from '#model';
import { aDoor } from '#model/test-helpers';
import { createBrowserPlatform } from '#platform';
import { NOON } from '#platform/test-helpers';
import type { SignedIn } from '#session';
import { kiss } from '#systems/test-helpers';
import { followDevice } from './follow-device.ts';
import { createServices, type Services } from './services.ts';
import { signOut } from './sign-out.ts';
import { servicesFor } from './signed-in-services.ts';

/** What stands in IndexedDB, by the name of the store: all pages of a test share it. */
const device = vi.hoisted(() => new Map<string, Map<string, unknown>>());
vi.mock('#platform', async (original) => {
  const platform = await original<typeof import('#platform')>();
  const indexedRecords = (_device: unknown, name: string) => {
    const records = device.get(name) ?? new Map<string, unknown>();
    device.set(name, records);
    return platform.memoryRecords(records);
  };
  return { ...platform, indexedRecords };
});

const { signal } = new AbortController();
const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });

const OPENED = { outcome: 'opened', opened_at: new Date(NOON).toISOString(), relay_seconds: 5 };
const B204 = { unit_id: 'u1', unit_name: 'B204', access: true, lock_id: 'l1' };
const OPEN = 'POST /gateway/locks/l1/open';
const REPORT = 'POST /api/v2/locks/l1/logs';
const LIST = 'GET /api/v2/tenant/access';
const HEALTH = 'GET /api/v2/health';

type Reply = () => Response | Promise<Response>;
const never: Reply = () => new Promise(() => {});

/** The windows that are open on this device; a page hears nothing once its window is closed. */
let windows: ReturnType<typeof openWindow>[] = [];
let replies: Record<string, Reply> = {};
let asked: string[] = [];
let shaken: unknown[] = [];
let reload = vi.fn();
let isOnline = true;

beforeEach(() => {
  vi.useFakeTimers({ now: NOON });
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  localStorage.clear();
  sessionStorage.clear();
  replies = {
    [OPEN]: () => json(200, OPENED),
    [REPORT]: () => json(201, {}),
    [LIST]: () => json(200, { data: { units: [B204], entry_points: [] } }),
    [HEALTH]: () => json(200, {}),
  };
  asked = [];
  shaken = [];
  reload = vi.fn();
  isOnline = true;
  windows = [];
  device.clear();
});
afterEach(() => {
  document.body.replaceChildren();
  vi.useRealTimers();
});

/** A window of the device's browser. Windows hear nothing of each other, as one does that is put aside. */
function openWindow() {
  const page = Object.assign(new EventTarget(), {
    document: Object.assign(new EventTarget(), { visibilityState: 'visible' }),
    navigator: {
      get onLine() {
        return isOnline;
      },
      vibrate: (pattern: unknown) => void shaken.push(pattern),
    },
    localStorage,
    sessionStorage,
    location: { origin: 'https://doors.test', pathname: '/doors', reload },
    history: { replaceState: () => {} },
    performance,
    parent: globalThis,
    // The test's own time.
    Date: { now: () => Date.now() },
    setTimeout: (run: () => void, ms: number) => setTimeout(run, ms),
    clearTimeout: (timer: number) => clearTimeout(timer),
    async fetch(url: string, { method }: RequestInit) {
      const route = `${method} ${new URL(url).pathname}`;
      asked.push(route);
      const reply = replies[route];
      if (!reply) throw new Error(`the test has no reply to ${route}`);
      return reply();
    },
  });
  page.parent = page as unknown as typeof globalThis;
  return page;
}

/** Happens to every window that is open. */
const happenTo = (part: 'window' | 'document', event: () => Event) => {
  for (const page of windows) (part === 'window' ? page : page.document).dispatchEvent(event());
};

const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
const count = (route: string) => asked.filter((one) => one === route).length;

/** A page of the app on this device. */
function open(opener: 'gateway' | 'bridge' = 'gateway') {
  const result = checkConfig(JSON.stringify({ system: 'kiss', opener: { kind: opener } }));
  if (result.kind !== 'ok') throw new Error('the test’s configuration is broken');
  const page = openWindow();
  windows.push(page);
  const platform = createBrowserPlatform(page as unknown as typeof window);
  const services = createServices(result.config, kiss, platform);
  // As every page does at its start.
  platform.visibility.onReturn(() => followDevice(services));
  return { services, ...servicesFor(services) };
}

function signIn({ sessions, apiBase }: Services, id = 't1', token = 'token'): SignedIn {
  sessions.send({
    type: 'signed-in',
    token,
    tenant: { apiBase, e164: '+13035550101', id, name: 'Ada' },
    phone: { country: 'US', national: '3035550101' },
    accounts: 1,
    at: NOON,
  });
  return heldBy(sessions);
}

function heldBy(sessions: Services['sessions']): SignedIn {
  const session = sessions.get();
  if (session.kind !== 'signed-in') throw new Error('nobody is signed in');
  return session;
}

const door = aDoor({ openability: { kind: 'openable', target: { kind: 'lock', id: 'l1', key: null } } });

/** Somebody signed in, at a page that has come to rest. */
async function standAtDoor() {
  const page = open();
  await page.services.system.prepare();
  const session = signIn(page.services);
  await pass();
  const press = async () => {
    page.unlockerFor(session).press(door, session);
    await pass();
  };
  const hearList = () =>
    page.queries.fetchQuery({
      queryKey: [ACCESS_KEY, tenantKey(session.tenant)],
      queryFn: () => page.services.system.access.fetch(tenantKey(session.tenant), signal),
    });
  return { ...page, session, press, hearList };
}

const comeIntoView = () => happenTo('document', () => new Event('visibilitychange'));
const comeOutOfCache = () => happenTo('window', () => Object.assign(new Event('pageshow'), { persisted: true }));

describe('a report that found no network', () => {
  /** The door opens, and the network goes. */
  async function openAndLoseNetwork() {
    const page = await standAtDoor();
    replies[OPEN] = () => {
      isOnline = false;
      return json(200, OPENED);
    };
    await page.press();
    expect(count(REPORT)).toBe(0);
    isOnline = true;
    return page;
  }

  it.each([
    ['the page comes into view again', comeIntoView],
    ['the page comes out of the back-forward cache', comeOutOfCache],
    ['the network comes back', () => happenTo('window', () => new Event('online'))],
  ])('leaves at once when %s', async (_when, happen) => {
    await openAndLoseNetwork();
    happen();
    await pass();
    expect(count(REPORT)).toBe(1);
  });

  it('gets three seconds at sign-out, and no longer', async () => {
    const { services } = await openAndLoseNetwork();
    replies[REPORT] = never;
    const settled = vi.fn();
    void servicesFor(services).settle().then(settled);
    await pass(2_999);
    expect([count(REPORT), settled.mock.calls.length]).toEqual([1, 0]);
    await pass(1);
    expect(settled).toHaveBeenCalledTimes(1);
  });
});

describe('a server that has recovered', () => {
  const trouble = () => json(503, {});

  /** A list that failed, one that did not, and a report that failed, until the breaker opens. */
  async function failUntilItOpens() {
    const page = await standAtDoor();
    const { services, queries, session } = page;
    for (const route of [LIST, REPORT, HEALTH]) replies[route] = trouble;
    await page.press();
    const failing = new QueryObserver(queries, {
      queryKey: ['failing'],
      queryFn: () => services.system.access.fetch(tenantKey(session.tenant), signal),
    });
    const other = vi.fn(async () => 'well');
    new QueryObserver(queries, { queryKey: ['other'], queryFn: other }).subscribe(() => {});
    failing.subscribe(() => {});
    await pass(10_000);
    expect(services.transport.breaker?.state().kind).toBe('open');
    expect(failing.getCurrentResult().status).toBe('error');
    asked = [];
    return { failing, other };
  }

  it('is asked again for the list that failed, and for no other', async () => {
    const { failing, other } = await failUntilItOpens();
    for (const route of [LIST, HEALTH]) replies[route] = () => json(200, { data: { units: [], entry_points: [] } });
    await pass(60_000);
    expect(failing.getCurrentResult().status).toBe('success');
    expect([count(LIST), other.mock.calls.length]).toEqual([1, 1]);
  });

  it('is asked for nothing but its health before that', async () => {
    await failUntilItOpens();
    await pass(120_000);
    expect(new Set(asked)).toEqual(new Set([HEALTH]));
  });
});

describe('the phone', () => {
  const success = [60];
  const failure = [40, 60, 40];

  it.each<[string, Reply, unknown[]]>([
    ['one long shake when the door has opened', () => json(200, OPENED), [success]],
    ['two short ones when it is jammed', () => json(423, { outcome: 'jammed' }), [failure]],
    ['two short ones when access was denied', () => json(403, { outcome: 'denied' }), [failure]],
    ['two short ones when nobody knows', () => json(500, {}), [failure]],
    ['nothing when the door was open already', () => json(409, { outcome: 'already_open' }), []],
  ])('gives %s', async (_what, reply, felt) => {
    const { press } = await standAtDoor();
    replies[OPEN] = reply;
    await press();
    expect(shaken).toEqual(felt);
  });
});

describe('a page that another page of this device has overtaken', () => {
  /** No event reaches this page: it is put aside, or has not heard yet. */
  const elsewhere = {
    'signed out': () => open().services.sessions.send({ type: 'signed-out', because: 'signed-out', at: NOON }),
    'signed in anew': () => void signIn(open().services, 't1', 'another token'),
    'signed in as somebody else': () => void signIn(open().services, 't2', 'another token'),
  };

  it.each(Object.entries(elsewhere))('makes nothing of a press and begins anew: %s', async (_what, happen) => {
    const { press } = await standAtDoor();
    happen();
    await press();
    expect(count(OPEN)).toBe(0);
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it.each(Object.entries(elsewhere))('begins anew out of the back-forward cache: %s', async (_what, happen) => {
    await standAtDoor();
    happen();
    comeOutOfCache();
    expect(reload).toHaveBeenCalled();
  });

  it.each([
    ['out of the back-forward cache', comeOutOfCache],
    ['into view', comeIntoView],
  ])('stays as it is when it comes %s to the same session', async (_how, happen) => {
    await standAtDoor();
    happen();
    await pass();
    expect(reload).not.toHaveBeenCalled();
  });

  it('goes on to the end when it is signing out by itself', async () => {
    const { services, press } = await standAtDoor();
    replies[REPORT] = never;
    await press();
    void signOut(services, 'signed-out');
    comeOutOfCache();
    expect(reload).not.toHaveBeenCalled();
  });
});

describe('the doors that this device heard of last', () => {
  /** What a page with the one opener heard, as the next page with the other knows it. */
  async function doorsOfNextPage(first: 'gateway' | 'bridge', next: 'gateway' | 'bridge') {
    const before = open(first);
    const session = signIn(before.services);
    const queryKey = [ACCESS_KEY, tenantKey(session.tenant)];
    await before.queries.fetchQuery({
      queryKey,
      queryFn: () => before.services.system.access.fetch(tenantKey(session.tenant), signal),
    });
    await pass(1_000);
    windows = [];
    const after = open(next);
    void after.recall(session);
    await pass();
    return after.queries.getQueryData<AccessList>(queryKey)?.doors.map(({ name }) => name);
  }

  it('are there for the next page', async () => {
    expect(await doorsOfNextPage('gateway', 'gateway')).toEqual(['B204']);
  });

  it('are not kept where a native shell opens, which needs the keys', async () => {
    expect(await doorsOfNextPage('bridge', 'gateway')).toBeUndefined();
  });

  it('are not shown where a native shell opens, whoever kept them', async () => {
    expect(await doorsOfNextPage('gateway', 'bridge')).toBeUndefined();
  });
});

describe('whoever goes', () => {
  /** How many records of their doors this device keeps: the doors, and the moment. */
  const keptDoors = () => device.get('door-access-doors')?.size;
  /** Whether what they did still names a door. */
  const keptNames = () => JSON.stringify([...(device.get('door-access-activity')?.values() ?? [])]).includes('B204');

  /** A page in use, with a door that was opened and a picture of the list. */
  async function useDoors() {
    document.body.innerHTML = '<div id="root"><a class="door-link" href="/doors/u1">B204</a></div>';
    const page = await standAtDoor();
    await page.hearList();
    await page.press();
    await pass(1_000);
    const hide = () => happenTo('window', () => new Event('pagehide'));
    hide();
    expect(page.services.local.get(PICTURE)).not.toBeNull();
    return { ...page, hide };
  }

  it('leaves their doors, their presses and the picture while they are signed in', async () => {
    const { services } = await useDoors();
    expect([keptDoors(), keptNames()]).toEqual([2, true]);
    expect(services.local.get(PICTURE)).toMatchObject({ nodes: expect.anything() });
  });

  it('by signing out leaves none of it, nor who they were', async () => {
    const { services } = await useDoors();
    void signOut(services, 'signed-out');
    await pass();
    expect([keptDoors(), keptNames()]).toEqual([0, false]);
    expect(JSON.stringify({ ...localStorage })).not.toMatch(/B204|Ada|3035550101/);
  });

  it('by signing out leaves no names while the last reports are still on their way', async () => {
    replies[REPORT] = never;
    const { services } = await useDoors();
    void signOut(services, 'signed-out');
    await pass();
    expect(services.sessions.get().kind).toBe('signed-in');
    expect([keptDoors(), keptNames()]).toEqual([0, false]);
  });

  it('loses the picture in the moment of signing out, and leaves none by closing the page then', async () => {
    const { services, hide } = await useDoors();
    void signOut(services, 'signed-out');
    expect(services.local.get(PICTURE)).toBeNull();
    hide();
    expect(services.local.get(PICTURE)).toBeNull();
  });

  it('because the session has ended leaves no doors and no picture', async () => {
    const { services, queries } = await useDoors();
    services.actions.endSession(heldBy(services.sessions).credential);
    await pass();
    expect([keptDoors(), services.local.get(PICTURE)]).toEqual([0, null]);
    expect(queries.getQueryCache().getAll()).toEqual([]);
  });
});

describe('the unlocker', () => {
  it('is the same for a tenant who signed in again, and says what became of their command', async () => {
    const { services, unlockerFor, session, press } = await standAtDoor();
    await press();
    services.actions.endSession(heldBy(services.sessions).credential);
    const again = unlockerFor(signIn(services, 't1', 'another token'));
    expect(again).toBe(unlockerFor(session));
    expect(again.state('u1').kind).toBe('opened');
  });

  it('is another one for another tenant, who learns nothing of the one before', async () => {
    const { services, unlockerFor, press } = await standAtDoor();
    await press();
    services.actions.endSession(heldBy(services.sessions).credential);
    expect(unlockerFor(signIn(services, 't2', 'another token')).state('u1').kind).toBe('ready');
  });

  it('is busy while a command is on its way, and then not any more', async () => {
    const { services, press } = await standAtDoor();
    let answer = (_response: Response) => {};
    replies[OPEN] = () => new Promise((resolve) => (answer = resolve));
    await press();
    expect([...services.laterParts].some((part) => part.isBusy())).toBe(true);
    answer(json(423, { outcome: 'jammed' }));
    await pass();
    expect([...services.laterParts].some((part) => part.isBusy())).toBe(false);
  });
});
