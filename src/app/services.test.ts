import { describe, expect, it, vi } from 'vitest';
import { checkConfig } from '#config/check';
import { tenantKey } from '#model';
import { createTestPlatform } from '#platform/test-helpers';
import type { SignedIn } from '#session';
import { phoneCodeOf } from '#systems';
import { kiss } from '#systems/test-helpers';
import { createServices } from './services.ts';

const { signal } = new AbortController();

/** The app's services, configured so, with a server that gives `replies` one after another. */
function start(config: object, ...replies: Response[]) {
  const fetch = vi.fn(async (_input: string, _init?: RequestInit) => {
    const reply = replies.shift();
    if (!reply) throw new TypeError('Failed to fetch');
    return reply;
  });
  const result = checkConfig(JSON.stringify({ system: 'kiss', ...config }));
  if (result.kind !== 'ok') throw new Error('the test’s configuration is broken');
  const reportError = vi.fn();
  const platform = createTestPlatform({ fetch, reportError });
  return { services: createServices(result.config, kiss, platform), fetch, reportError };
}

function signIn({ sessions, apiBase }: ReturnType<typeof createServices>, token = 't') {
  sessions.send({
    type: 'signed-in',
    token,
    tenant: { apiBase, e164: '+13035550101', id: 't1', name: 'Ada' } satisfies SignedIn['tenant'],
    phone: { country: 'US', national: '3035550101' },
    accounts: 1,
    at: Date.now(),
  });
}

/** Asks for the doors of this tenant. */
const ask = ({ system, apiBase }: ReturnType<typeof createServices>) =>
  system.access.fetch(tenantKey({ apiBase, e164: '+13035550101', id: 't1' }), signal);

const refusal = () => new Response('{"message":"Unauthorized."}', { status: 401 });
const doors = () => new Response('{"data":{"units":[],"entry_points":[]}}');

describe('the app', () => {
  it.each([
    ['/api/v2', `${createTestPlatform().location.origin}/api/v2`],
    ['/api/v2/', `${createTestPlatform().location.origin}/api/v2`],
    ['https://kiss.test/api/v1', 'https://kiss.test/api/v1'],
  ])('talks to %s at %s', async (base, address) => {
    const { services, fetch } = start({ api: { base } }, doors());
    signIn(services);
    await ask(services);
    expect(services.apiBase).toBe(address);
    expect(fetch.mock.calls[0]?.[0]).toBe(`${address}/tenant/access`);
  });

  it('ends the session when its token is refused', async () => {
    const { services } = start({}, refusal());
    signIn(services, 'now');
    await ask(services).catch(() => {});
    expect(services.sessions.get()).toMatchObject({ kind: 'signed-out', because: 'expired' });
  });

  it('ends the session once, however many requests are refused at the same time', async () => {
    const { services } = start({}, ...Array.from({ length: 50 }, refusal));
    signIn(services, 'now');
    const ended = vi.fn();
    services.sessions.subscribe(ended);
    await Promise.allSettled(Array.from({ length: 50 }, () => ask(services)));
    expect(ended).toHaveBeenCalledTimes(1);
    expect(services.sessions.get()).toMatchObject({ kind: 'signed-out', because: 'expired' });
  });

  it('does not end the session when an older token is refused', async () => {
    const { services, fetch } = start({});
    let answer = (_reply: Response) => {};
    fetch.mockImplementation(() => new Promise((resolve) => (answer = resolve)));
    signIn(services, 'before');
    const asked = ask(services).catch(() => {});
    await vi.waitFor(() => expect(fetch).toHaveBeenCalled());
    signIn(services, 'now');
    answer(refusal());
    await asked;
    expect(services.sessions.get()).toMatchObject({ kind: 'signed-in' });
  });

  it('does not end the session of this tenant when a call without a token is refused', async () => {
    const { services } = start({}, refusal());
    signIn(services, 'now');
    const phone = { countryCode: '1', nationalNumber: '3035550101' };
    await phoneCodeOf(services.system)
      .requestCode(phone)
      .catch(() => {});
    expect(services.sessions.get()).toMatchObject({ kind: 'signed-in' });
  });

  it('explains instead of asking for a third sign-in when the second is refused at once', async () => {
    const { services } = start({}, refusal(), refusal());
    for (const token of ['one', 'two']) {
      signIn(services, token);
      await ask(services).catch(() => {});
    }
    expect(services.sessions.get()).toMatchObject({ because: 'rejected-again' });
  });

  it('counts an answer that makes no sense, and not a lost network', async () => {
    const { services } = start({}, new Response('{"data":7}'));
    signIn(services);
    await ask(services).catch(() => {});
    await ask(services).catch(() => {});
    await vi.dynamicImportSettled();
    expect(services.platform.tab.get('defects')).toEqual({ 'GET /tenant/access malformed 200 data': 1 });
  });

  it('reports such an answer to a deployment that wants it, without a word of it', async () => {
    const { services, reportError } = start({}, new Response('{"data":"secret"}'));
    signIn(services, '1|secret');
    await ask(services).catch(() => {});
    await vi.dynamicImportSettled();
    expect(reportError.mock.calls).toEqual([
      [{ name: 'GET /tenant/access malformed 200 data', at: expect.any(Number) }],
    ]);
  });

  it('asks no more while the limit is closed, and lets the reports go on', async () => {
    const limited = new Response('{}', { status: 429, headers: { 'Retry-After': '30' } });
    const { services, fetch } = start({}, limited);
    signIn(services);
    await ask(services).catch(() => {});
    expect(services.windows.blockedUntil(services.system.access.scope)).not.toBeNull();
    expect(services.windows.blockedUntil(services.system.reports?.scope('t1') ?? '')).toBeNull();
    await ask(services).catch(() => {});
    expect(fetch).toHaveBeenCalledTimes(1);
  });
});
