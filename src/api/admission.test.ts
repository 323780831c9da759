import { describe, expect, it } from 'vitest';
import { FAILURES_TO_OPEN } from './health/circuit-breaker.ts';
import type { Purpose } from './sending/request.ts';
import {
  BASE,
  createTransportWith,
  get,
  json,
  problemOf,
  settle,
  silence,
  withOpenBreaker,
} from './transport.test-helper.ts';

const failure = () => json(503, {});
const healthy = () => json(200, { data: {} });

describe('while the breaker is open', () => {
  it.each<Purpose>(['read', 'form', 'report'])(
    'a %s fails without a request, with the time of the next probe',
    async (purpose) => {
      const { transport, sent, clock, reported } = await withOpenBreaker();
      reported.length = 0;
      const problem = await problemOf(transport.send({ ...get, purpose }));
      expect(problem).toMatchObject({ kind: 'unavailable', origin: 'local', status: null });
      expect(problem.notBefore).toBe(clock.now() + 6_000);
      expect([sent.length, reported.length]).toEqual([0, 0]);
    },
  );

  it('a command is sent in the task that created it', async () => {
    const { transport, sent } = await withOpenBreaker(json(200, 'opened'));
    const answer = transport.send({ ...get, purpose: 'command' });
    expect(sent).toHaveLength(1);
    expect(await answer).toBe('opened');
    expect(transport.breaker?.state().kind).toBe('open');
  });

  it('the health check is sent without a token, and a good answer lets requests through again', async () => {
    const { transport, sent, clock } = await withOpenBreaker(healthy(), json(200, 'doors'));
    clock.advance(6_000);
    await settle();
    expect(sent.map(({ url, init }) => [url, init.method, new Headers(init.headers).has('authorization')])).toEqual([
      [`${BASE}/health`, 'GET', false],
    ]);
    expect(await transport.send(get)).toBe('doors');
  });

  it.each<[string, () => Response | Error, boolean]>([
    ['a 404, which a working server may answer', () => json(404, {}), true],
    ['a 401', () => json(401, {}), true],
    ['a 501', () => json(501, {}), true],
    ['a 500', () => json(500, {}), false],
    ['a 429', () => json(429, {}), false],
    ['a 200 with a web page', () => new Response('<p>wifi</p>'), false],
    ['a 200 with a JSON list', () => json(200, []), false],
    ['a 204', () => new Response(null, { status: 204 }), false],
    ['a lost connection', () => new TypeError('Failed to fetch'), false],
  ])('after %s to the health check, requests are sent again: %s', async (_what, reply, isHealthy) => {
    const { transport, clock } = await withOpenBreaker(reply() as Response);
    clock.advance(6_000);
    await settle();
    expect(transport.breaker?.state().kind).toBe(isHealthy ? 'closed' : 'open');
  });

  it('a probe times out after eight seconds', async () => {
    const { transport, clock } = await withOpenBreaker(silence);
    clock.advance(6_000);
    await settle();
    clock.advance(7_999);
    await settle();
    expect(clock.waiting()).toBe(1);
    clock.advance(1);
    await settle();
    expect(transport.breaker?.state()).toEqual({ kind: 'open', nextProbeAt: clock.now() + 12_000 });
  });
});

describe('the state of the breaker', () => {
  const times = (reply: () => Response | Error, more: object = {}) =>
    createTransportWith({ healthPath: '/health', ...more }, ...Array.from({ length: 20 }, () => reply() as Response));
  const sendAll = async ({ transport }: ReturnType<typeof times>, more: object = {}) => {
    for (let nth = 0; nth < FAILURES_TO_OPEN; nth++) await problemOf(transport.send({ ...get, ...more }));
    return transport.breaker?.state().kind;
  };

  it.each<[string, () => Response | Error, string]>([
    ['a 503', failure, 'open'],
    ['a lost connection', () => new TypeError('Failed to fetch'), 'open'],
    ['a 403', () => json(403, {}), 'closed'],
    ['a malformed answer', () => new Response('x'), 'closed'],
  ])('after %s four times is %s', async (_what, reply, state) => {
    expect(await sendAll(times(reply))).toBe(state);
  });

  it('does not change while the device is offline', async () => {
    expect(await sendAll(times(() => new TypeError('Failed to fetch'), { isOnline: () => false }))).toBe('closed');
  });

  it('opens after answers of the server even if the device reports to be offline', async () => {
    expect(await sendAll(times(failure, { isOnline: () => false }))).toBe('open');
  });

  it('does not depend on commands', async () => {
    expect(await sendAll(times(failure), { purpose: 'command' })).toBe('closed');
  });

  it('counts failures from the last valid answer on', async () => {
    const mixed = (between: Response) => [failure(), failure(), failure(), between, failure()];
    for (const [between, state] of [
      [json(404, {}), 'closed'],
      [new Response('x'), 'open'],
    ] as const) {
      const made = createTransportWith({ healthPath: '/health' }, ...mixed(between));
      for (let nth = 0; nth < 5; nth++) await problemOf(made.transport.send(get));
      expect(made.transport.breaker?.state().kind).toBe(state);
    }
  });

  it('does not exist without a health check', () => {
    expect(createTransportWith({}).transport.breaker).toBeNull();
  });
});
