// @vitest-environment jsdom

import { QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ACCESS_KEY } from '#access';
import { SNAPSHOT_KEY } from '#boot';
import { checkConfig } from '#config/check';
import { type AccessList, tenantKey } from '#model';
import { aDoor } from '#model/test-helpers';
import { createBrowserPlatform } from '#platform';
import { NOON } from '#platform/test-helpers';
import type { SignedIn } from '#session';
import { kiss } from '#systems/test-helpers';
import { createFakeAudio, createFakeWakeLock } from '#unlock/test-helpers';
import { ensureCurrentSession } from './current-session.ts';
import { createServices, type Services } from './services.ts';
import { signOut } from './sign-out.ts';
import { servicesFor } from './signed-in-services.ts';

/** The content of IndexedDB by store name, shared by all pages of a test. */
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

/** The open windows of this device. A closed window gets no events. */
let windows: ReturnType<typeof openWindow>[] = [];
let replies: Record<string, Reply> = {};
let asked: string[] = [];
let vibrations: unknown[] = [];
let audio = createFakeAudio();
let wakeLock = createFakeWakeLock();
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
  vibrations = [];
  audio = createFakeAudio();
  wakeLock = createFakeWakeLock();
  reload = vi.fn();
  isOnline = true;
  windows = [];
  device.clear();
});
afterEach(() => {
  document.body.replaceChildren();
  vi.useRealTimers();
});

/** A window of the device's browser. Windows get no events of each other, like a suspended page. */
function openWindow() {
  const page = Object.assign(new EventTarget(), {
    document: Object.assign(new EventTarget(), { visibilityState: 'visible' }),
    navigator: {
      get onLine() {
        return isOnline;
      },
      vibrate: (pattern: unknown) => void vibrations.push(pattern),
      ...wakeLock.navigator,
    },
    ...audio.device,
    localStorage,
    sessionStorage,
    location: { origin: 'https://doors.test', pathname: '/doors', reload },
    history: { replaceState: () => {} },
    performance,
    parent: globalThis,
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

/** Dispatches an event to every open window. */
const dispatchTo = (part: 'window' | 'document', event: () => Event) => {
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
  // As in start.tsx.
  platform.visibility.onReturn(() => ensureCurrentSession(services));
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
  return signedInSession(sessions);
}

function signedInSession(sessions: Services['sessions']): SignedIn {
  const session = sessions.get();
  if (session.kind !== 'signed-in') throw new Error('no one is signed in');
  return session;
}

const door = aDoor({ openability: { kind: 'openable', target: { kind: 'lock', id: 'l1', key: null } } });

/** A signed-in page that is idle. */
async function openDoorPage() {
  const page = open();
  await page.services.system.prepare();
  const session = signIn(page.services);
  await pass();
  const press = async () => {
    page.unlockerFor(session).press(door, session);
    await pass();
  };
  const loadList = () =>
    page.queries.fetchQuery({
      queryKey: [ACCESS_KEY, tenantKey(session.tenant)],
      queryFn: () => page.services.system.access.fetch(tenantKey(session.tenant), signal),
    });
  return { ...page, session, press, loadList };
}

const becomeVisible = () => dispatchTo('document', () => new Event('visibilitychange'));
const restoreFromCache = () => dispatchTo('window', () => Object.assign(new Event('pageshow'), { persisted: true }));

describe('a report that could not be sent for lack of a network', () => {
  /** The door opens, then the network is lost. */
  async function openAndLoseNetwork() {
    const page = await openDoorPage();
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
    ['the page becomes visible', becomeVisible],
    ['the page is restored from the back-forward cache', restoreFromCache],
    ['the network comes back', () => dispatchTo('window', () => new Event('online'))],
  ])('is sent at once when %s', async (_when, trigger) => {
    await openAndLoseNetwork();
    trigger();
    await pass();
    expect(count(REPORT)).toBe(1);
  });

  it('delays a sign-out by at most three seconds', async () => {
    const { services } = await openAndLoseNetwork();
    replies[REPORT] = never;
    const flushed = vi.fn();
    void servicesFor(services).flushReports().then(flushed);
    await pass(2_999);
    expect([count(REPORT), flushed.mock.calls.length]).toEqual([1, 0]);
    await pass(1);
    expect(flushed).toHaveBeenCalledTimes(1);
  });
});

describe('a server that has recovered', () => {
  const unavailable = () => json(503, {});

  /** One failing and one working query, and a failing report, until the circuit breaker opens. */
  async function failUntilItOpens() {
    const page = await openDoorPage();
    const { services, queries, session } = page;
    for (const route of [LIST, REPORT, HEALTH]) replies[route] = unavailable;
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

  it('gets the failed query again, and no other', async () => {
    const { failing, other } = await failUntilItOpens();
    for (const route of [LIST, HEALTH]) replies[route] = () => json(200, { data: { units: [], entry_points: [] } });
    await pass(60_000);
    expect(failing.getCurrentResult().status).toBe('success');
    expect([count(LIST), other.mock.calls.length]).toEqual([1, 1]);
  });

  it('gets only health probes before that', async () => {
    await failUntilItOpens();
    await pass(120_000);
    expect(new Set(asked)).toEqual(new Set([HEALTH]));
  });
});

describe('vibration', () => {
  const success = [60];
  const failure = [40, 60, 40];

  it.each<[string, Reply, unknown[]]>([
    ['one long pulse when the door has opened', () => json(200, OPENED), [success]],
    ['two short pulses when it is jammed', () => json(423, { outcome: 'jammed' }), [failure]],
    ['two short pulses when access was denied', () => json(403, { outcome: 'denied' }), [failure]],
    ['two short pulses when the outcome is unknown', () => json(500, {}), [failure]],
    ['no pulse when the door was open already', () => json(409, { outcome: 'already_open' }), []],
  ])('is %s', async (_what, reply, expected) => {
    const { press } = await openDoorPage();
    replies[OPEN] = reply;
    await press();
    expect(vibrations).toEqual(expected);
  });
});

describe('the sound', () => {
  /** What was played: one note is `asked`, three are `opened`, two are `not-opened`, four are `unsure`. */
  const notesOf = { asked: 1, opened: 3, 'not-opened': 2, unsure: 4 };

  it.each<[string, Reply, (keyof typeof notesOf)[]]>([
    ['the door opens', () => json(200, OPENED), ['asked', 'opened']],
    ['the door was open already', () => json(409, { outcome: 'already_open' }), ['asked', 'opened']],
    ['the door is jammed', () => json(423, { outcome: 'jammed' }), ['asked', 'not-opened']],
    ['the outcome is unknown', () => json(500, {}), ['asked', 'unsure']],
  ])('plays the press and the outcome when %s', async (_what, reply, expected) => {
    const { press, sound } = await openDoorPage();
    replies[OPEN] = reply;
    await sound.turnOn();
    await pass();
    audio.notes.length = 0;
    await press();
    expect(audio.notes).toHaveLength(expected.reduce((sum, tone) => sum + notesOf[tone], 0));
  });

  it('plays only the outcome of a press that is refused', async () => {
    const { press, sound } = await openDoorPage();
    await sound.turnOn();
    await pass();
    audio.notes.length = 0;
    isOnline = false;
    await press();
    expect(audio.notes).toHaveLength(notesOf['not-opened']);
  });

  it('is off by default', async () => {
    const { press } = await openDoorPage();
    await press();
    expect(audio.contexts).toEqual([]);
  });

  it('stays on after a sign-out', async () => {
    const { services, sound } = await openDoorPage();
    await sound.turnOn();
    void signOut(services, 'signed-out');
    await pass();
    expect(open().sound.isOn()).toBe(true);
  });
});

describe('the screen', () => {
  it('is kept on from the press until the relay time is over', async () => {
    const { press } = await openDoorPage();
    let answer = (_response: Response) => {};
    replies[OPEN] = () => new Promise((resolve) => (answer = resolve));
    expect(wakeLock.isHeld()).toBe(false);
    await press();
    expect(wakeLock.isHeld()).toBe(true);
    answer(json(200, OPENED));
    await pass(4_999);
    expect(wakeLock.isHeld()).toBe(true);
    await pass(1);
    expect([wakeLock.isHeld(), wakeLock.requests()]).toEqual([false, 1]);
  });

  it('is kept on again when the page is shown again while the door is open', async () => {
    const { press } = await openDoorPage();
    await press();
    wakeLock.releaseAll();
    becomeVisible();
    await pass();
    expect(wakeLock.isHeld()).toBe(true);
  });

  it('is not kept on for the door of a tenant whom another one has replaced', async () => {
    const { services, press, unlockerFor } = await openDoorPage();
    await press();
    unlockerFor(signIn(services, 't2', 'another token'));
    await pass();
    expect(wakeLock.isHeld()).toBe(false);
  });
});

describe('a page whose session another tab has changed', () => {
  /** What the other tab does. This page gets no event. */
  const otherTabActions = {
    'signed out': () => open().services.sessions.send({ type: 'signed-out', because: 'signed-out', at: NOON }),
    'signed in again': () => void signIn(open().services, 't1', 'another token'),
    'signed in as another tenant': () => void signIn(open().services, 't2', 'another token'),
  };

  it.each(Object.entries(otherTabActions))('sends no command and reloads after a press: %s', async (_what, trigger) => {
    const { press } = await openDoorPage();
    trigger();
    await press();
    expect(count(OPEN)).toBe(0);
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it.each(Object.entries(otherTabActions))(
    'reloads when it is restored from the back-forward cache: %s',
    async (_what, trigger) => {
      await openDoorPage();
      trigger();
      restoreFromCache();
      expect(reload).toHaveBeenCalled();
    },
  );

  it.each([
    ['is restored from the back-forward cache', restoreFromCache],
    ['becomes visible', becomeVisible],
  ])('does not reload when it %s with the same session', async (_how, trigger) => {
    await openDoorPage();
    trigger();
    await pass();
    expect(reload).not.toHaveBeenCalled();
  });

  it('does not reload while it is signing out itself', async () => {
    const { services, press } = await openDoorPage();
    replies[REPORT] = never;
    await press();
    void signOut(services, 'signed-out');
    restoreFromCache();
    expect(reload).not.toHaveBeenCalled();
  });
});

describe('the stored list of doors', () => {
  /** The doors that a page with the opener `next` restores after a page with the opener `first`. */
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
    void after.restore(session);
    await pass();
    return after.queries.getQueryData<AccessList>(queryKey)?.doors.map(({ name }) => name);
  }

  it('is restored by the next page', async () => {
    expect(await doorsOfNextPage('gateway', 'gateway')).toEqual(['B204']);
  });

  it('is not stored for the bridge opener, which needs the keys', async () => {
    expect(await doorsOfNextPage('bridge', 'gateway')).toBeUndefined();
  });

  it('is not restored for the bridge opener', async () => {
    expect(await doorsOfNextPage('gateway', 'bridge')).toBeUndefined();
  });
});

describe('the data stored on the device', () => {
  /** The number of stored records: the doors, and the time. */
  const storedDoors = () => device.get('door-access-doors')?.size;
  /** Whether the history still names a door. */
  const historyHasNames = () =>
    JSON.stringify([...(device.get('door-access-activity')?.values() ?? [])]).includes('B204');

  /** A page with an opened door and a snapshot of the list. */
  async function useDoors() {
    document.body.innerHTML = '<div id="root"><a class="door-link" href="/doors/u1">B204</a></div>';
    const page = await openDoorPage();
    await page.loadList();
    await page.press();
    await pass(1_000);
    const hide = () => dispatchTo('window', () => new Event('pagehide'));
    hide();
    expect(page.services.platform.local.get(SNAPSHOT_KEY)).not.toBeNull();
    return { ...page, hide };
  }

  it('includes doors, history and a snapshot during a session', async () => {
    const { services } = await useDoors();
    expect([storedDoors(), historyHasNames()]).toEqual([2, true]);
    expect(services.platform.local.get(SNAPSHOT_KEY)).toMatchObject({ nodes: expect.anything() });
  });

  it('includes no doors, names or phone number after a sign-out', async () => {
    const { services } = await useDoors();
    void signOut(services, 'signed-out');
    await pass();
    expect([storedDoors(), historyHasNames()]).toEqual([0, false]);
    expect(JSON.stringify({ ...localStorage })).not.toMatch(/B204|Ada|3035550101/);
  });

  it('loses the names at sign-out even before the last reports are sent', async () => {
    replies[REPORT] = never;
    const { services } = await useDoors();
    void signOut(services, 'signed-out');
    await pass();
    expect(services.sessions.get().kind).toBe('signed-in');
    expect([storedDoors(), historyHasNames()]).toEqual([0, false]);
  });

  it('loses the snapshot as soon as a sign-out starts, and gets none when the page is then closed', async () => {
    const { services, hide } = await useDoors();
    void signOut(services, 'signed-out');
    expect(services.platform.local.get(SNAPSHOT_KEY)).toBeNull();
    hide();
    expect(services.platform.local.get(SNAPSHOT_KEY)).toBeNull();
  });

  it('includes no doors and no snapshot after the session has ended', async () => {
    const { services, queries } = await useDoors();
    services.actions.endSession(signedInSession(services.sessions).credential);
    await pass();
    expect([storedDoors(), services.platform.local.get(SNAPSHOT_KEY)]).toEqual([0, null]);
    expect(queries.getQueryCache().getAll()).toEqual([]);
  });
});

describe('the pinned doors', () => {
  /** A page with a pinned door. */
  async function pinDoor() {
    const page = await openDoorPage();
    page.pins.toggle(page.session.tenant, 'u1');
    const stored = () => page.services.platform.local.get('pins');
    expect(stored()).not.toBeNull();
    return { ...page, stored };
  }

  it('are removed as soon as a sign-out starts', async () => {
    const { services, stored } = await pinDoor();
    void signOut(services, 'signed-out');
    expect(stored()).toBeNull();
    await pass();
    expect(stored()).toBeNull();
  });

  it('are removed when the account is switched', async () => {
    const { services, stored } = await pinDoor();
    void signOut(services, 'switch-account');
    expect(stored()).toBeNull();
  });

  it('stay after the session has ended, for the tenant who signs in again', async () => {
    const { services, pins, session } = await pinDoor();
    services.actions.endSession(signedInSession(services.sessions).credential);
    await pass();
    signIn(services, 't1', 'another token');
    await pass();
    expect(pins.list(session.tenant)).toEqual(['u1']);
  });

  it('are removed when another tenant signs in', async () => {
    const { services, stored } = await pinDoor();
    services.actions.endSession(signedInSession(services.sessions).credential);
    await pass();
    signIn(services, 't2', 'another token');
    expect(stored()).toBeNull();
  });
});

describe('the unlocker', () => {
  it('is the same for a tenant who signed in again, with the result of their command', async () => {
    const { services, unlockerFor, session, press } = await openDoorPage();
    await press();
    services.actions.endSession(signedInSession(services.sessions).credential);
    const again = unlockerFor(signIn(services, 't1', 'another token'));
    expect(again).toBe(unlockerFor(session));
    expect(again.state('u1').kind).toBe('opened');
  });

  it('is another one for another tenant, without earlier results', async () => {
    const { services, unlockerFor, press } = await openDoorPage();
    await press();
    services.actions.endSession(signedInSession(services.sessions).credential);
    expect(unlockerFor(signIn(services, 't2', 'another token')).state('u1').kind).toBe('ready');
  });

  it('is busy only while a command is pending', async () => {
    const { services, press } = await openDoorPage();
    let answer = (_response: Response) => {};
    replies[OPEN] = () => new Promise((resolve) => (answer = resolve));
    await press();
    expect([...services.extensions].some(({ isBusy }) => isBusy())).toBe(true);
    answer(json(423, { outcome: 'jammed' }));
    await pass();
    expect([...services.extensions].some(({ isBusy }) => isBusy())).toBe(false);
  });
});
