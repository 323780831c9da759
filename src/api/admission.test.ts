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
const well = () => json(200, { data: {} });

describe('while the server has trouble', () => {
  it.each<Purpose>(['read', 'form', 'report'])(
    'a %s is refused here, with the moment of the next check',
    async (purpose) => {
      const { transport, sent, clock, reported } = await withOpenBreaker();
      reported.length = 0;
      const problem = await problemOf(transport.send({ ...get, purpose }));
      expect(problem).toMatchObject({ kind: 'unavailable', origin: 'local', status: null });
      expect(problem.notBefore).toBe(clock.now() + 6_000);
      expect([sent.length, reported.length]).toEqual([0, 0]);
    },
  );

  it('a command is sent all the same, in the very task in which it was made', async () => {
    const { transport, sent } = await withOpenBreaker(json(200, 'opened'));
    const answer = transport.send({ ...get, purpose: 'command' });
    expect(sent).toHaveLength(1);
    expect(await answer).toBe('opened');
    expect(transport.breaker?.state().kind).toBe('open');
  });

  it('the server is asked after its health, without a token, and lets people try again when it is well', async () => {
    const { transport, sent, clock } = await withOpenBreaker(well(), json(200, 'doors'));
    clock.advance(6_000);
    await settle();
    expect(sent.map(({ url, init }) => [url, init.method, new Headers(init.headers).has('authorization')])).toEqual([
      [`${BASE}/health`, 'GET', false],
    ]);
    expect(await transport.send(get)).toBe('doors');
  });

  it.each<[string, () => Response | Error, boolean]>([
    ['a 404, from a server at work that has no such page', () => json(404, {}), true],
    ['a 401', () => json(401, {}), true],
    ['a 501', () => json(501, {}), true],
    ['a 500', () => json(500, {}), false],
    ['a 429', () => json(429, {}), false],
    ['a 200 that is a page', () => new Response('<p>wifi</p>'), false],
    ['a 200 that is a list', () => json(200, []), false],
    ['a 204', () => new Response(null, { status: 204 }), false],
    ['a cut connection', () => new TypeError('Failed to fetch'), false],
  ])('%s to that lets them: %s', async (_what, reply, isWell) => {
    const { transport, clock } = await withOpenBreaker(reply() as Response);
    clock.advance(6_000);
    await settle();
    expect(transport.breaker?.state().kind).toBe(isWell ? 'closed' : 'open');
  });

  it('a probe that nobody answers is given up after eight seconds', async () => {
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

describe('what counts as trouble', () => {
  const times = (reply: () => Response | Error, more: object = {}) =>
    createTransportWith({ healthPath: '/health', ...more }, ...Array.from({ length: 20 }, () => reply() as Response));
  const sendAll = async ({ transport }: ReturnType<typeof times>, more: object = {}) => {
    for (let nth = 0; nth < FAILURES_TO_OPEN; nth++) await problemOf(transport.send({ ...get, ...more }));
    return transport.breaker?.state().kind;
  };

  it.each<[string, () => Response | Error, string]>([
    ['a 503', failure, 'open'],
    ['a lost connection', () => new TypeError('Failed to fetch'), 'open'],
    ['a refusal', () => json(403, {}), 'closed'],
    ['nonsense', () => new Response('x'), 'closed'],
  ])('%s, so many times: %s', async (_what, reply, state) => {
    expect(await sendAll(times(reply))).toBe(state);
  });

  it('is not a device without a network', async () => {
    expect(await sendAll(times(() => new TypeError('Failed to fetch'), { isOnline: () => false }))).toBe('closed');
  });

  it('is what a server says, even to a device that believes itself offline', async () => {
    expect(await sendAll(times(failure, { isOnline: () => false }))).toBe('open');
  });

  it('is not what became of commands', async () => {
    expect(await sendAll(times(failure), { purpose: 'command' })).toBe('closed');
  });

  it('is over with any answer in between, and not with nonsense', async () => {
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

  it('is nothing where the server cannot be asked', () => {
    expect(createTransportWith({}).transport.breaker).toBeNull();
  });
});
