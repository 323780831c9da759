import { describe, expect, it } from 'vitest';
import { NOON } from '#platform/test-helpers';
import { createTestTransport, get, json, problemOf, settle, silence, stuckBody } from './transport.test-helper.ts';

describe('a call that is refused for asking too often', () => {
  it('closes the limit, and the next one is refused here without a request', async () => {
    const { transport, sent, reported, clock } = createTestTransport(
      json(429, { message: 'Too many.' }, { 'Retry-After': '35' }),
      json(200, { ok: true }),
    );
    const first = await problemOf(transport.send(get));
    expect(first).toMatchObject({ kind: 'rate-limited', origin: 'answer', notBefore: NOON + 35_000 });
    const second = await problemOf(transport.send(get));
    expect(second).toMatchObject({ kind: 'rate-limited', origin: 'local', status: null, notBefore: NOON + 35_000 });
    expect([sent.length, reported.length]).toEqual([1, 1]);
    clock.advance(35_000);
    expect(await transport.send(get)).toEqual({ ok: true });
  });

  it.each([
    ['the message’s seconds', 'Please try again in 45 seconds.', {}, 45],
    ['the header over the message', 'Try again in 45 seconds.', { 'Retry-After': '12' }, 12],
    ['five seconds when nobody names a time', 'Slow down.', {}, 5],
    ['no time when the named one is past', 'Slow down.', { 'Retry-After': 'Wed, 01 Jul 2026 11:00:00 GMT' }, 0],
    ['five seconds when the date is none', 'Slow down.', { 'Retry-After': 'Wed, 99 Jul 2026 11:00:00 GMT' }, 5],
  ])('waits for %s', async (_what, message, headers, seconds) => {
    const { transport } = createTestTransport(json(429, { message }, headers as Record<string, string>));
    expect((await problemOf(transport.send(get))).notBefore).toBe(NOON + seconds * 1000);
  });

  it('leaves the calls of other limits alone', async () => {
    const { transport } = createTestTransport(json(429, {}), json(200, 'ok'));
    await problemOf(transport.send(get));
    expect(await transport.send({ ...get, scope: 'another' })).toBe('ok');
  });

  it('starts the doubling anew after a success', async () => {
    const { transport, clock } = createTestTransport(json(429, {}), json(429, {}), json(200, 'ok'), json(429, {}));
    await problemOf(transport.send(get));
    clock.advance(5_000);
    expect((await problemOf(transport.send(get))).notBefore).toBe(clock.now() + 10_000);
    clock.advance(10_000);
    await transport.send(get);
    expect((await problemOf(transport.send(get))).notBefore).toBe(clock.now() + 5_000);
  });
});

describe('a call that takes too long', () => {
  it('ends at its deadline and not before', async () => {
    const { transport, clock, sent } = createTestTransport(silence);
    const call = problemOf(transport.send(get));
    clock.advance(14_999);
    await settle();
    expect(sent[0]?.init.signal?.aborted).toBe(false);
    clock.advance(1);
    expect(await call).toMatchObject({ kind: 'unavailable', origin: 'timeout', status: null });
  });

  it('ends at its deadline also when the head came and the body does not', async () => {
    const { transport, clock } = createTestTransport(stuckBody('{"data":'));
    const call = problemOf(transport.send(get));
    await settle();
    clock.advance(15_000);
    expect(await call).toMatchObject({ kind: 'unavailable', origin: 'timeout', status: 200 });
  });

  it('keeps the status of an error whose body does not arrive', async () => {
    const { transport, clock } = createTestTransport(stuckBody('{"message":', 403));
    const call = problemOf(transport.send(get));
    await settle();
    clock.advance(15_000);
    expect(await call).toMatchObject({ kind: 'forbidden', origin: 'answer', status: 403, serverMessage: null });
  });
});

describe('a call that is called off', () => {
  const reason = new Error('the page has moved on');

  it('throws the reason, and nobody is reported of a problem', async () => {
    const { transport, reported, clock } = createTestTransport(silence);
    const off = new AbortController();
    const call = transport.send({ ...get, signal: off.signal });
    await settle();
    off.abort(reason);
    await expect(call).rejects.toBe(reason);
    expect([reported.length, clock.waiting()]).toEqual([0, 0]);
  });

  it('throws the reason also while the body is being read', async () => {
    const { transport, reported } = createTestTransport(stuckBody('{'));
    const off = new AbortController();
    const call = transport.send({ ...get, signal: off.signal });
    await settle();
    off.abort(reason);
    await expect(call).rejects.toBe(reason);
    expect(reported).toEqual([]);
  });

  it('is not sent at all when it was called off before', async () => {
    const { transport, sent } = createTestTransport(json(200, {}));
    await expect(transport.send({ ...get, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(sent).toEqual([]);
  });
});

describe('the server’s time', () => {
  const stamp = 'Wed, 01 Jul 2026 15:00:00 GMT';
  const learned = Date.UTC(2026, 6, 1, 15) + 500;

  it('is learned from an answer that was read', async () => {
    const { transport, serverClock } = createTestTransport(json(200, {}, { Date: stamp }));
    await transport.send(get);
    expect([serverClock.now(), serverClock.ahead()]).toEqual([learned, learned - NOON]);
  });

  it.each<[string, Response]>([
    ['a 429', json(429, {}, { Date: stamp })],
    ['a 500', json(500, {}, { Date: stamp })],
    ['an error page', new Response('<h1>Bad gateway</h1>', { status: 502, headers: { Date: stamp } })],
    ['a good answer that is not the contract', json(202, {}, { Date: stamp })],
  ])('is not moved for commands by %s, which is good for rate windows only', async (_what, reply) => {
    const { transport, serverClock } = createTestTransport(reply);
    await problemOf(transport.send(get));
    expect([serverClock.now(), serverClock.ahead()]).toEqual([NOON, learned - NOON]);
  });

  it('is not moved at all by what a cache kept', async () => {
    const { transport, serverClock } = createTestTransport(json(200, {}, { Date: stamp, Age: '60' }));
    await transport.send(get);
    expect([serverClock.now(), serverClock.ahead()]).toEqual([NOON, null]);
  });
});
