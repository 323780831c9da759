import { describe, expect, it, vi } from 'vitest';
import { checkConfig } from '#config/check';
import { tenantKey } from '#model';
import { createTestPlatform } from '#platform/test-helpers';
import type { SignedIn } from '#session';
import { phoneCodeOf } from '#systems';
import { kiss } from '#systems/test-helpers';
import { createServices } from './services.ts';

const { signal } = new AbortController();

/** The app's services with this configuration, and a server that sends `replies` one after another. */
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

/** Fetches the access list of this tenant. */
const fetchList = ({ system, apiBase }: ReturnType<typeof createServices>) =>
  system.access.fetch(tenantKey({ apiBase, e164: '+13035550101', id: 't1' }), signal);

const unauthorized = () => new Response('{"message":"Unauthorized."}', { status: 401 });
const doors = () => new Response('{"data":{"units":[],"entry_points":[]}}');

describe('the services', () => {
  it.each([
    ['/api/v2', `${createTestPlatform().location.origin}/api/v2`],
    ['/api/v2/', `${createTestPlatform().location.origin}/api/v2`],
    ['https://kiss.test/api/v1', 'https://kiss.test/api/v1'],
  ])('resolve the API base %s to %s', async (base, address) => {
    const { services, fetch } = start({ api: { base } }, doors());
    signIn(services);
    await fetchList(services);
    expect(services.apiBase).toBe(address);
    expect(fetch.mock.calls[0]?.[0]).toBe(`${address}/tenant/access`);
  });

  it('end the session when its token is rejected', async () => {
    const { services } = start({}, unauthorized());
    signIn(services, 'now');
    await fetchList(services).catch(() => {});
    expect(services.sessions.get()).toMatchObject({ kind: 'signed-out', because: 'expired' });
  });

  it('end the session once when many requests are rejected at the same time', async () => {
    const { services } = start({}, ...Array.from({ length: 50 }, unauthorized));
    signIn(services, 'now');
    const ended = vi.fn();
    services.sessions.subscribe(ended);
    await Promise.allSettled(Array.from({ length: 50 }, () => fetchList(services)));
    expect(ended).toHaveBeenCalledTimes(1);
    expect(services.sessions.get()).toMatchObject({ kind: 'signed-out', because: 'expired' });
  });

  it('keep the session when an older token is rejected', async () => {
    const { services, fetch } = start({});
    let answer = (_reply: Response) => {};
    fetch.mockImplementation(() => new Promise((resolve) => (answer = resolve)));
    signIn(services, 'before');
    const asked = fetchList(services).catch(() => {});
    await vi.waitFor(() => expect(fetch).toHaveBeenCalled());
    signIn(services, 'now');
    answer(unauthorized());
    await asked;
    expect(services.sessions.get()).toMatchObject({ kind: 'signed-in' });
  });

  it('keep the session when a request without a token is rejected', async () => {
    const { services } = start({}, unauthorized());
    signIn(services, 'now');
    const phone = { countryCode: '1', nationalNumber: '3035550101' };
    await phoneCodeOf(services.system)
      .requestCode(phone)
      .catch(() => {});
    expect(services.sessions.get()).toMatchObject({ kind: 'signed-in' });
  });

  it('mark the session as rejected again when the next token is rejected at once, too', async () => {
    const { services } = start({}, unauthorized(), unauthorized());
    for (const token of ['one', 'two']) {
      signIn(services, token);
      await fetchList(services).catch(() => {});
    }
    expect(services.sessions.get()).toMatchObject({ because: 'rejected-again' });
  });

  it('count a malformed response, but not a lost connection', async () => {
    const { services } = start({}, new Response('{"data":7}'));
    signIn(services);
    await fetchList(services).catch(() => {});
    await fetchList(services).catch(() => {});
    await vi.dynamicImportSettled();
    expect(services.platform.tab.get('defects')).toEqual({ 'GET /tenant/access malformed 200 data': 1 });
  });

  it('pass a malformed response to reportError without its content', async () => {
    const { services, reportError } = start({}, new Response('{"data":"secret"}'));
    signIn(services, '1|secret');
    await fetchList(services).catch(() => {});
    await vi.dynamicImportSettled();
    expect(reportError.mock.calls).toEqual([
      [{ name: 'GET /tenant/access malformed 200 data', at: expect.any(Number) }],
    ]);
  });

  it('send no reads while rate-limited, but still send reports', async () => {
    const limited = new Response('{}', { status: 429, headers: { 'Retry-After': '30' } });
    const { services, fetch } = start({}, limited);
    signIn(services);
    await fetchList(services).catch(() => {});
    expect(services.windows.blockedUntil(services.system.access.scope)).not.toBeNull();
    expect(services.windows.blockedUntil(services.system.reports?.scope('t1') ?? '')).toBeNull();
    await fetchList(services).catch(() => {});
    expect(fetch).toHaveBeenCalledTimes(1);
  });
});
