// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { tenantHash } from '#activity';
import type { RuntimeConfig } from '#config';
import { checkConfig } from '#config/check';
import { type AccessList, type Tenant, tenantKey } from '#model';
import type { Platform } from '#platform';
import { createTestPlatform } from '#platform/test-helpers';
import type { SignedIn } from '#session';
import { loadSystem, type Registry } from '#systems';
import { throwaway } from '#systems/test-helpers';
import { createServices } from './services.ts';
import { signOut } from './sign-out.ts';
import { servicesFor } from './signed-in-services.ts';

const { signal } = new AbortController();
const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
const NAMES = ['North gate', 'Hall', 'Room 7'];

let asked: { readonly what: string; readonly authorization: string | null; readonly body: unknown }[] = [];
let passwordIs = 'right';

/** A server of the second system. */
function answer(url: URL, method: string): Response {
  const after = Number(url.searchParams.get('after'));
  switch (`${method} ${url.pathname}`) {
    case 'POST /api/v2/login':
      return passwordIs === 'right'
        ? json(200, { secret: 's3cret', user: { id: 'u1', name: 'Ada' }, expires_at: Date.now() + 60_000 })
        : json(401, { fault: { said: 'Wrong password.' } });
    case 'GET /api/v2/doors': {
      const doors = NAMES.slice(after, after + 2).map((name, nth) => ({ id: `d${after + nth}`, name }));
      return json(200, { doors, more: after + 2 < NAMES.length });
    }
    case 'POST /api/v2/doors/d0/open':
      return json(200, { at: Date.now() });
    case 'POST /api/v2/logout':
      return new Response(null, { status: 204 });
    default:
      return json(404, {});
  }
}

beforeEach(() => {
  asked = [];
  passwordIs = 'right';
});

const answerAll: Platform['fetch'] = async (address, init = {}) => {
  const url = new URL(address);
  const method = init.method ?? 'GET';
  const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : null;
  const authorization = new Headers(init.headers).get('authorization');
  asked.push({ what: `${method} ${url.pathname}${url.search}`, authorization, body });
  return answer(url, method);
};

/** The app's services, with a registry that has the second system. */
async function open() {
  const registry: Registry<string> = { throwaway: async () => throwaway };
  const checked = checkConfig('{"system":"kiss"}');
  if (checked.kind !== 'ok') throw new Error('the test’s configuration is broken');
  const config = { ...checked.config, system: 'throwaway' as RuntimeConfig['system'] };
  const services = createServices(
    config,
    await loadSystem(config.system, registry),
    createTestPlatform({ fetch: answerAll }),
  );
  return { services, ...servicesFor(services) };
}

/** Signs in with an account, as that system's page would. */
async function signIn({ services }: Awaited<ReturnType<typeof open>>): Promise<SignedIn> {
  const { sessions, system, apiBase } = services;
  if (system.signIn.kind !== 'account') throw new Error('this system signs in with an account');
  const { token, expiresAt, userId, name } = await system.signIn.signIn({ email: 'ada@a.test', password: 'right' });
  const tenant: Tenant = { apiBase, e164: '', id: userId, name };
  const phone = { country: '', national: '' };
  sessions.send({ type: 'signed-in', token, expiresAt, tenant, phone, accounts: 1, at: Date.now() });
  const session = sessions.get();
  if (session.kind !== 'signed-in') throw new Error('no one is signed in');
  return session;
}

describe('a second system', () => {
  it('signs in with an account, and reads errors in its own dialect', async () => {
    const app = await open();
    passwordIs = 'another one';
    await expect(signIn(app)).rejects.toMatchObject({ kind: 'unauthenticated', serverMessage: 'Wrong password.' });
    expect(app.services.sessions.get().kind).toBe('signed-out');
    passwordIs = 'right';
    expect(await signIn(app)).toMatchObject({ kind: 'signed-in', tenant: { id: 'u1', name: 'Ada' } });
    expect(JSON.stringify(app.services.sessions.get())).not.toContain('s3cret');
  });

  it('lists its doors page by page, the first as soon as it arrives, with its own authorization header', async () => {
    const app = await open();
    const session = await signIn(app);
    const early: AccessList[] = [];
    const list = await app.services.system.access.fetch(tenantKey(session.tenant), signal, (some) => early.push(some));
    expect(early.map(({ doors }) => doors.map(({ name }) => name))).toEqual([NAMES.slice(0, 2)]);
    expect(list.doors.map(({ name }) => name)).toEqual(NAMES);
    expect(asked.slice(1).map(({ what, authorization }) => [what, authorization])).toEqual([
      ['GET /api/v2/doors?after=0&limit=2', 'SECRET s3cret'],
      ['GET /api/v2/doors?after=2&limit=2', 'SECRET s3cret'],
    ]);
  });

  it('opens with its own opener, in the task of the press, and sends no report', async () => {
    const app = await open();
    const session = await signIn(app);
    const { doors } = await app.services.system.access.fetch(tenantKey(session.tenant), signal);
    const [door] = doors;
    if (!door) throw new Error('there are no doors');
    asked = [];
    const unlocker = app.unlockerFor(session);
    unlocker.press(door, session);
    expect(asked).toEqual([{ what: 'POST /api/v2/doors/d0/open', authorization: 'SECRET s3cret', body: null }]);
    await vi.waitFor(() => expect(unlocker.state(door.id).kind).toBe('opened'));
    await app.activity.outbox.flush({ ignorePause: true });
    const [record] = await app.activity.journal.list(tenantHash(session.tenant));
    expect(record).toMatchObject({ outcome: { kind: 'opened' }, report: { kind: 'none' } });
    expect(asked).toHaveLength(1);
  });

  it('sends no command with a credential that is no longer stored', async () => {
    const app = await open();
    const session = await signIn(app);
    const { doors } = await app.services.system.access.fetch(tenantKey(session.tenant), signal);
    app.services.actions.endSession(session.credential);
    asked = [];
    for (const door of doors) app.unlockerFor(session).press(door, session);
    expect(asked).toEqual([]);
  });

  it('is notified of a sign-out while the credential still exists', async () => {
    const app = await open();
    await signIn(app);
    asked = [];
    await signOut(app.services, 'signed-out');
    expect(asked).toEqual([{ what: 'POST /api/v2/logout', authorization: 'SECRET s3cret', body: null }]);
    expect(app.services.sessions.get()).toMatchObject({ kind: 'signed-out', because: 'signed-out' });
  });
});
