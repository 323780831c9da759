import { describe, expect, it } from 'vitest';
import { NOON } from '#platform/test-helpers';
import { createTestTransport, get, json, problemOf, settle, silence, stuckBody } from './transport.test-helper.ts';

describe('a 429', () => {
  it('blocks its scope: the next request fails without being sent', async () => {
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
    ['the seconds in the message', 'Please try again in 45 seconds.', {}, 45],
    ['the header before the message', 'Try again in 45 seconds.', { 'Retry-After': '12' }, 12],
    ['five seconds without a time', 'Slow down.', {}, 5],
    ['no time when the date is past', 'Slow down.', { 'Retry-After': 'Wed, 01 Jul 2026 11:00:00 GMT' }, 0],
    ['five seconds when the date is invalid', 'Slow down.', { 'Retry-After': 'Wed, 99 Jul 2026 11:00:00 GMT' }, 5],
  ])('blocks for %s', async (_what, message, headers, seconds) => {
    const { transport } = createTestTransport(json(429, { message }, headers as Record<string, string>));
    expect((await problemOf(transport.send(get))).notBefore).toBe(NOON + seconds * 1000);
  });

  it('does not block other scopes', async () => {
    const { transport } = createTestTransport(json(429, {}), json(200, 'ok'));
    await problemOf(transport.send(get));
    expect(await transport.send({ ...get, scope: 'another' })).toBe('ok');
  });

  it('starts again with the shortest wait after a success', async () => {
    const { transport, clock } = createTestTransport(json(429, {}), json(429, {}), json(200, 'ok'), json(429, {}));
    await problemOf(transport.send(get));
    clock.advance(5_000);
    expect((await problemOf(transport.send(get))).notBefore).toBe(clock.now() + 10_000);
    clock.advance(10_000);
    await transport.send(get);
    expect((await problemOf(transport.send(get))).notBefore).toBe(clock.now() + 5_000);
  });
});

describe('a slow request', () => {
  it('times out at its deadline', async () => {
    const { transport, clock, sent } = createTestTransport(silence);
    const call = problemOf(transport.send(get));
    clock.advance(14_999);
    await settle();
    expect(sent[0]?.init.signal?.aborted).toBe(false);
    clock.advance(1);
    expect(await call).toMatchObject({ kind: 'unavailable', origin: 'timeout', status: null });
  });

  it('times out at its deadline while its body is read', async () => {
    const { transport, clock } = createTestTransport(stuckBody('{"data":'));
    const call = problemOf(transport.send(get));
    await settle();
    clock.advance(15_000);
    expect(await call).toMatchObject({ kind: 'unavailable', origin: 'timeout', status: 200 });
  });

  it('keeps the status of an error whose body times out', async () => {
    const { transport, clock } = createTestTransport(stuckBody('{"message":', 403));
    const call = problemOf(transport.send(get));
    await settle();
    clock.advance(15_000);
    expect(await call).toMatchObject({ kind: 'forbidden', origin: 'answer', status: 403, serverMessage: null });
  });
});

describe('an aborted request', () => {
  const reason = new Error('the page has moved on');

  it('throws the reason and reports no problem', async () => {
    const { transport, reported, clock } = createTestTransport(silence);
    const off = new AbortController();
    const call = transport.send({ ...get, signal: off.signal });
    await settle();
    off.abort(reason);
    await expect(call).rejects.toBe(reason);
    expect([reported.length, clock.waiting()]).toEqual([0, 0]);
  });

  it('throws the reason also while its body is read', async () => {
    const { transport, reported } = createTestTransport(stuckBody('{'));
    const off = new AbortController();
    const call = transport.send({ ...get, signal: off.signal });
    await settle();
    off.abort(reason);
    await expect(call).rejects.toBe(reason);
    expect(reported).toEqual([]);
  });

  it('is not sent when it was aborted before', async () => {
    const { transport, sent } = createTestTransport(json(200, {}));
    await expect(transport.send({ ...get, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(sent).toEqual([]);
  });
});

describe('the server’s time', () => {
  const stamp = 'Wed, 01 Jul 2026 15:00:00 GMT';
  const learned = Date.UTC(2026, 6, 1, 15) + 500;

  it('is learned from a valid answer', async () => {
    const { transport, serverClock } = createTestTransport(json(200, {}, { Date: stamp }));
    await transport.send(get);
    expect([serverClock.now(), serverClock.ahead()]).toEqual([learned, learned - NOON]);
  });

  it.each<[string, Response]>([
    ['a 429', json(429, {}, { Date: stamp })],
    ['a 500', json(500, {}, { Date: stamp })],
    ['an error page', new Response('<h1>Bad gateway</h1>', { status: 502, headers: { Date: stamp } })],
    ['a malformed answer', json(202, {}, { Date: stamp })],
  ])('is changed by %s for rate-limit windows only, not for open commands', async (_what, reply) => {
    const { transport, serverClock } = createTestTransport(reply);
    await problemOf(transport.send(get));
    expect([serverClock.now(), serverClock.ahead()]).toEqual([NOON, learned - NOON]);
  });

  it('is not changed by a cached answer', async () => {
    const { transport, serverClock } = createTestTransport(json(200, {}, { Date: stamp, Age: '60' }));
    await transport.send(get);
    expect([serverClock.now(), serverClock.ahead()]).toEqual([NOON, null]);
  });
});
