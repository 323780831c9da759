import { describe, expect, it } from 'vitest';
import { NOON } from '#platform/test-helpers';
import type { Purpose } from './sending/request.ts';
import { createTransportWith, get, json, problemOf, settle } from './transport.test-helper.ts';

/** A server whose answers the test sends in any order. */
function slowServer(count: number) {
  const answers: ((reply: Response) => void)[] = [];
  const replies = Array.from(
    { length: count },
    () => () => new Promise<Response>((resolve) => void answers.push(resolve)),
  );
  return { replies, answer: (nth: number, reply: Response) => answers[nth]?.(reply) };
}

const limited = (headers: Record<string, string> = {}) => json(429, {}, headers);

describe('concurrent requests of one scope', () => {
  it('stay blocked when an earlier request succeeds after the 429', async () => {
    const { replies, answer } = slowServer(2);
    const { transport, windows } = createTransportWith({}, ...replies);
    const [refused, good] = [problemOf(transport.send(get)), transport.send(get)];
    answer(0, limited({ 'Retry-After': '60' }));
    expect(await refused).toMatchObject({ kind: 'rate-limited', notBefore: NOON + 60_000 });
    answer(1, json(200, 'doors', { RateLimit: '"a";r=0;t=3' }));
    expect(await good).toBe('doors');
    expect(windows.blockedUntil(get.scope)).toBe(NOON + 60_000);
  });

  it('count as one refusal, and block until the latest time that an answer named', async () => {
    const { replies, answer } = slowServer(3);
    const { transport, windows } = createTransportWith({}, ...replies);
    const refused = replies.map(() => problemOf(transport.send(get)));
    answer(0, limited());
    answer(1, limited({ 'Retry-After': '30' }));
    answer(2, limited());
    await Promise.all(refused);
    expect(windows.blockedUntil(get.scope)).toBe(NOON + 30_000);
  });

  it('are blocked by a 429 that follows a success', async () => {
    const { replies, answer } = slowServer(2);
    const { transport, windows } = createTransportWith({}, ...replies);
    const [good, refused] = [transport.send(get), problemOf(transport.send(get))];
    answer(0, json(200, 'doors'));
    await good;
    answer(1, limited());
    await refused;
    expect(windows.blockedUntil(get.scope)).toBe(NOON + 5_000);
  });
});

describe('the task in which `send` is called', () => {
  it.each<Purpose>(['command', 'form', 'report', 'read'])('is the one in which a %s is sent', async (purpose) => {
    const { transport, sent } = createTransportWith({}, json(200, 1));
    const answer = transport.send({ ...get, purpose });
    expect(sent).toHaveLength(1);
    expect(await answer).toBe(1);
  });

  it.each<Purpose>(['command', 'form', 'report', 'read'])('is the one in which a %s is refused', async (purpose) => {
    const { transport, sent, windows, clock, exchanges } = createTransportWith({});
    windows.block(get.scope, 30);
    const refused = problemOf(transport.send({ ...get, purpose }));
    windows.succeed(get.scope, null);
    expect(await refused).toMatchObject({ kind: 'rate-limited', origin: 'local', notBefore: NOON + 30_000 });
    await settle();
    expect([sent.length, clock.waiting(), exchanges.list().length]).toEqual([0, 0, 0]);
  });
});

describe('a problem', () => {
  it('contains the dialect, the request id and the route template', async () => {
    const reply = json(409, { error: 'Busy.', code: 'fad112' }, { 'X-Request-Id': 'r-7' });
    const { transport } = createTransportWith({}, reply);
    expect(await problemOf(transport.send({ ...get, method: 'POST' }))).toMatchObject({
      kind: 'conflict',
      dialect: 'kisi',
      serverMessage: 'Busy.',
      code: 'fad112',
      requestId: 'r-7',
      method: 'POST',
      route: '/things/{id}',
      notBefore: null,
    });
  });

  it('of this device has no message and no request id', async () => {
    const { transport, windows } = createTransportWith({});
    windows.block(get.scope, 30);
    expect(await problemOf(transport.send(get))).toMatchObject({
      dialect: 'none',
      requestId: null,
      serverMessage: null,
      status: null,
      route: '/things/{id}',
    });
  });
});

describe('the server’s time', () => {
  it('is not learned from a cached answer, but from one that was just revalidated', async () => {
    const date = 'Wed, 01 Jul 2026 09:00:00 GMT';
    const replies = [json(200, 1, { Date: date, Age: '10800' }), json(200, 1, { Date: date, Age: '0' })];
    const { transport, serverClock } = createTransportWith({}, ...replies);
    await transport.send(get);
    expect(serverClock.ahead()).toBeNull();
    await transport.send(get);
    expect(serverClock.now()).toBe(Date.parse(date) + 500);
  });
});
