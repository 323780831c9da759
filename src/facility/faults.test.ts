import { beforeEach, describe, expect, it } from 'vitest';
import { B204, createLab, type Lab, NOON } from './facility.test-helper.ts';
import { ConnectionDropped } from './index.ts';

const HEALTH = '/api/v2/health';

let lab: Lab;
beforeEach(() => {
  lab = createLab();
});

const fault = (facts: object) => lab.control('POST', '/faults', { route: `GET ${HEALTH}`, ...facts });
const ask = () => lab.ask('GET', HEALTH);
const journal = async () =>
  (await lab.control('GET', '/journal')).body as {
    requests: { path: string; status: number | null }[];
    openings: unknown[];
  };

describe('a fault', () => {
  it('gives another answer once, with its headers and its body', async () => {
    await fault({ status: 503, headers: { 'Retry-After': '7', 'Content-Type': 'text/html' }, body: '<h1>Busy</h1>' });
    const answer = await ask();
    expect([answer.status, answer.body, answer.headers.get('retry-after')]).toEqual([503, '<h1>Busy</h1>', '7']);
    expect((await ask()).status).toBe(200);
  });

  it('answers with JSON where the body is no text', async () => {
    await fault({ status: 409, body: { outcome: 'already_open' } });
    expect((await ask()).body).toEqual({ outcome: 'already_open' });
  });

  it('gives a body of any length without being told each byte of it', async () => {
    await fault({ status: 200, bodyBytes: 100_000 });
    expect((await ask()).body).toBe('x'.repeat(100_000));
  });

  it('begins at the n-th call and comes as often as it was told to', async () => {
    await fault({ status: 500, nth: 2, times: 2 });
    const statuses: number[] = [];
    for (let call = 0; call < 5; call++) statuses.push((await ask()).status);
    expect(statuses).toEqual([200, 500, 500, 200, 200]);
  });

  it.each([0, null])('comes for ever with times %s, until it is healed', async (times) => {
    await fault({ status: 500, times });
    for (let call = 0; call < 4; call++) expect((await ask()).status).toBe(500);
    await lab.control('DELETE', '/faults');
    expect((await ask()).status).toBe(200);
  });

  it('is about its own route', async () => {
    await lab.control('POST', '/faults', { route: 'POST /gateway/*', status: 500, times: 0 });
    await lab.control('POST', '/faults', { route: '/api/v2/locks/:id/logs', status: 418, times: 0 });
    expect((await ask()).status).toBe(200);
    expect((await lab.ask('POST', '/gateway/locks/x/open')).status).toBe(500);
    expect((await lab.ask('GET', '/gateway/locks/x/open')).status).toBe(404);
    expect((await lab.ask('POST', '/api/v2/locks/x/logs')).status).toBe(418);
    expect((await lab.ask('POST', '/api/v2/locks/x/y/logs')).status).toBe(404);
  });

  it('drops the connection before the work is done, or after it', async () => {
    const token = await lab.signIn('0101');
    const press = (key: string) =>
      lab.ask('POST', `/gateway/locks/${B204}/open`, {
        token,
        key,
        body: { not_after: new Date(NOON + 9000).toISOString() },
      });
    await lab.control('PATCH', '/settings', { motorMs: 0 });
    for (const [drop, moved] of [
      ['before', 0],
      ['after', 1],
    ] as const) {
      await lab.control('POST', '/faults', { route: 'POST /gateway/locks/:id/open', drop });
      const dropped = press(drop).catch((error: unknown) => error);
      await lab.control('GET', '/state');
      lab.advance(0);
      expect(await dropped).toBeInstanceOf(ConnectionDropped);
      expect(await lab.openings()).toHaveLength(moved);
    }
    const { requests } = await journal();
    expect(requests.filter(({ path }) => path.startsWith('/gateway')).map(({ status }) => status)).toEqual([
      null,
      null,
    ]);
  });

  it('replaces the answer after the work was done, where that is asked for', async () => {
    await lab.control('POST', '/faults', { route: 'POST /api/v2/auth/phone', status: 500, applied: 'before' });
    expect((await lab.ask('POST', '/api/v2/auth/phone', { body: lab.number('0101') })).status).toBe(500);
    expect(lab.facility.world.messages).toHaveLength(1);
    await lab.control('POST', '/faults', { route: 'POST /api/v2/auth/phone', status: 500 });
    await lab.ask('POST', '/api/v2/auth/phone', { body: lab.number('0101') });
    expect(lab.facility.world.messages).toHaveLength(1);
  });

  it('cuts the answer off, even one that is shorter than the cut', async () => {
    for (const truncate of [5, 100_000]) {
      await fault({ truncate });
      const response = await lab.facility.fetch(new Request(`http://facility.test${HEALTH}`));
      expect(response.status).toBe(200);
      await expect(response.text()).rejects.toBeInstanceOf(ConnectionDropped);
    }
  });

  it('waits on the host’s own timers, and drips', async () => {
    await fault({ delayMs: 1500 });
    const late = ask();
    await lab.control('GET', '/state');
    expect(lab.timers.map(({ ms }) => ms)).toEqual([1500]);
    lab.timers[0]?.run();
    expect((await late).status).toBe(200);

    await fault({ drip: 20 });
    const response = await lab.facility.fetch(new Request(`http://facility.test${HEALTH}`));
    const reader = response.body?.getReader();
    const first = reader?.read();
    await lab.control('GET', '/state');
    lab.timers.at(-1)?.run();
    expect((await first)?.value).toHaveLength(16);
  });

  it('never answers until the client gives up', async () => {
    await fault({ never: true });
    const client = new AbortController();
    const request = new Request(`http://facility.test${HEALTH}`, { signal: client.signal });
    const waiting = lab.facility.fetch(request).catch((error: unknown) => error);
    client.abort();
    expect(await waiting).toBeInstanceOf(ConnectionDropped);
  });
});
