import { describe, expect, it } from 'vitest';
import { FAILURES_TO_OPEN } from './health/circuit-breaker.ts';
import {
  createTransportWith,
  get,
  json,
  problemOf,
  settle,
  silence,
  withOpenBreaker,
} from './transport.test-helper.ts';

const failure = () => json(503, {});

describe('a read', () => {
  it('is retried until it is answered, and recorded each time', async () => {
    const { transport, sent, exchanges, clock } = createTransportWith({}, failure(), json(200, 'doors'));
    const answer = transport.read({ ...get, purpose: 'read' });
    await settle();
    clock.advance(400);
    expect(await answer).toBe('doors');
    expect(sent).toHaveLength(2);
    expect(exchanges.list().map(({ kind, status }) => [kind, status])).toEqual([
      ['unavailable', 503],
      ['ok', 200],
    ]);
  });

  it('is not retried after it has opened the breaker', async () => {
    const replies = Array.from({ length: 9 }, failure);
    const made = createTransportWith({ healthPath: '/health' }, ...replies);
    for (let nth = 1; nth < FAILURES_TO_OPEN; nth++) await problemOf(made.transport.send(get));
    expect(await problemOf(made.transport.read(get))).toMatchObject({ status: 503 });
    expect(made.sent).toHaveLength(FAILURES_TO_OPEN);
  });

  it('is not retried while the breaker is open or automatic requests are stopped', async () => {
    const open = await withOpenBreaker();
    await problemOf(open.transport.read({ ...get, purpose: 'read' }));
    expect(open.sent).toHaveLength(0);
    const stopped = createTransportWith(
      {},
      ...Array.from({ length: 12 }, () => json(404, {})),
      failure(),
      json(200, 1),
    );
    for (let nth = 0; nth < 12; nth++) await problemOf(stopped.transport.send(get));
    expect(stopped.transport.stop.isStopped()).toBe(true);
    expect(await problemOf(stopped.transport.read(get))).toMatchObject({ status: 503 });
  });

  it('has its deadline limited to the remaining total time', async () => {
    const { transport, clock, sent } = createTransportWith({}, silence, silence);
    const problem = problemOf(transport.read({ ...get, deadlineMs: 15_000 }));
    await settle();
    clock.advance(15_000);
    await settle();
    clock.advance(400);
    await settle();
    expect(sent).toHaveLength(2);
    clock.advance(4_600);
    expect(await problem).toMatchObject({ kind: 'unavailable', origin: 'timeout' });
  });
});

describe('an exchange', () => {
  it('that is aborted does not count as a failure of the server', async () => {
    const made = createTransportWith({ healthPath: '/health' }, ...Array.from({ length: 9 }, () => silence));
    for (let nth = 0; nth < FAILURES_TO_OPEN; nth++) {
      const controller = new AbortController();
      const call = made.transport.send({ ...get, signal: controller.signal }).catch(() => {});
      controller.abort();
      await call;
    }
    expect(made.transport.breaker?.state().kind).toBe('closed');
  });

  it('has a parse path only when it is malformed', async () => {
    const { transport } = createTransportWith({}, new Response(null, { status: 204 }), json(403, {}));
    expect(await problemOf(transport.send(get))).toHaveProperty('parsePath', null);
    expect(await problemOf(transport.send(get))).not.toHaveProperty('parsePath');
  });

  it('carries a new request id, and is recorded under the server’s id if there is one', async () => {
    const replies = [json(404, {}), json(404, {}, { 'X-Request-Id': 'theirs' })];
    const { transport, sent, exchanges } = createTransportWith({}, ...replies);
    const [own, theirs] = [await problemOf(transport.send(get)), await problemOf(transport.send(get))];
    const ids = sent.map(({ init }) => new Headers(init.headers).get('x-request-id'));
    expect(new Set(ids).size).toBe(2);
    expect([own.requestId, theirs.requestId]).toEqual([ids[0], 'theirs']);
    expect(exchanges.list().map(({ requestId }) => requestId)).toEqual([ids[0], 'theirs']);
  });

  it.each(['', 'two words', '<b>x</b>', 'x'.repeat(101), 'café'])('ignores the malformed request id %j', async (id) => {
    const { transport, sent } = createTransportWith({}, json(404, {}, { 'X-Request-Id': id }));
    const { requestId } = await problemOf(transport.send(get));
    expect(requestId).toBe(new Headers(sent[0]?.init.headers).get('x-request-id'));
  });

  it('takes a request id of up to a hundred characters', async () => {
    const id = `Root:1-5f.a_b:c-${'x'.repeat(83)}`;
    const { transport } = createTransportWith({}, json(404, {}, { 'X-Request-Id': id }));
    expect((await problemOf(transport.send(get))).requestId).toBe(id);
  });

  it('is recorded with its duration and route template, without its content', async () => {
    const { transport, exchanges, clock } = createTransportWith({}, silence);
    const controller = new AbortController();
    const call = transport.send({ ...get, body: { phone: '+13035550101' }, signal: controller.signal }).catch(() => {});
    clock.advance(250);
    controller.abort();
    await call;
    expect(exchanges.list()).toEqual([
      {
        at: clock.now() - 250,
        method: 'GET',
        route: '/things/{id}',
        status: null,
        kind: 'aborted',
        durationMs: 250,
        requestId: expect.any(String),
      },
    ]);
    expect(JSON.stringify(exchanges.list())).not.toMatch(/0101|secret/);
  });

  it('blocks its scope when it has used up the limit', async () => {
    const { transport, sent } = createTransportWith({}, json(200, 1, { RateLimit: '"a";r=0;t=9' }));
    await transport.send(get);
    expect(await problemOf(transport.send(get))).toMatchObject({ kind: 'rate-limited', origin: 'local' });
    expect(sent).toHaveLength(1);
  });

  it('takes notBefore from the Retry-After of a 503, but does not block its scope', async () => {
    const { transport, clock, windows } = createTransportWith({}, json(503, { message: 'x' }, { 'Retry-After': '7' }));
    expect((await problemOf(transport.send(get))).notBefore).toBe(clock.now() + 7_000);
    expect(windows.blockedUntil(get.scope)).toBeNull();
  });
});
