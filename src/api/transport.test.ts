import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { readJson } from './read-json.ts';
import { credentialOf } from './test-helpers/index.ts';
import { BASE, brokenBody, createTestTransport, get, json, problemOf, TOKEN } from './transport.test-helper.ts';

describe('a request', () => {
  it('is sent once, with the token, without the browser’s cache and without following redirects', async () => {
    const { transport, sent } = createTestTransport(json(200, { ok: true }));
    expect(await transport.send(get)).toEqual({ ok: true });
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      url: `${BASE}/things/7`,
      init: {
        method: 'GET',
        headers: { Accept: 'application/json', Authorization: `Bearer ${TOKEN}` },
        cache: 'no-store',
        credentials: 'omit',
        redirect: 'manual',
        referrerPolicy: 'no-referrer',
      },
    });
    expect(sent[0]?.init).not.toHaveProperty('body');
  });

  it('carries its body as JSON, and no token without a subject', async () => {
    const { transport, sent } = createTestTransport(json(200, {}));
    await transport.send({
      ...get,
      method: 'POST',
      subject: null,
      body: { a: 1 },
      headers: { 'Idempotency-Key': 'k' },
    });
    expect(sent[0]?.init.body).toBe('{"a":1}');
    expect(sent[0]?.init.headers).toEqual({
      Accept: 'application/json',
      'Content-Type': 'application/json',
      'Idempotency-Key': 'k',
      'X-Request-Id': expect.stringMatching(/^[\w-]{20,}$/),
    });
  });

  it.each([[500], [503], [429], [408]])('is not repeated by `send` after a %i', async (status) => {
    const { transport, sent } = createTestTransport(json(status, {}), json(200, {}));
    await problemOf(transport.send(get));
    expect(sent).toHaveLength(1);
  });

  it('passes a 304 to `read`', async () => {
    const { transport } = createTestTransport(new Response(null, { status: 304 }));
    const read = (answer: { status: number }) => (answer.status === 304 ? 'the cached one' : undefined);
    expect(await transport.send({ ...get, read })).toBe('the cached one');
  });

  it('clears its timer', async () => {
    const { transport, clock } = createTestTransport(json(200, {}), json(500, {}));
    await transport.send(get);
    await problemOf(transport.send(get));
    expect(clock.waiting()).toBe(0);
  });
});

describe('a failed request', () => {
  it('is reported once with its credential before it is thrown', async () => {
    const { transport, reported } = createTestTransport(json(401, { message: 'Unauthorized.' }));
    const problem = await problemOf(transport.send(get));
    expect(problem).toMatchObject({ kind: 'unauthenticated', origin: 'answer', status: 401, route: '/things/{id}' });
    expect(reported).toEqual([{ problem, sentAs: credentialOf(TOKEN) }]);
  });

  it('contains the message, the code and the field errors of the answer', async () => {
    const body = { message: 'Invalid.', code: 'x', errors: { 'a.0.b': ['No.'] } };
    const { transport } = createTestTransport(json(422, body));
    expect(await problemOf(transport.send(get))).toMatchObject({
      kind: 'invalid',
      serverMessage: 'Invalid.',
      code: 'x',
      fieldErrors: { 'a.0.b': ['No.'] },
    });
  });

  it.each([
    ['HTML', 502, new Response('<h1>Bad gateway</h1>', { status: 502, headers: { 'Content-Type': 'text/html' } })],
    ['text', 500, new Response('oops', { status: 500 })],
    ['nothing', 503, new Response(null, { status: 503 })],
    ['half a message', 500, new Response('{"message":"Serv', { status: 500 })],
    ['a body that breaks off', 500, brokenBody('{"mess', 500)],
    ['longer than 64 KB', 500, json(500, { message: 'x'.repeat(70_000) })],
  ])('keeps its status when the body is %s', async (_what, status, reply) => {
    const { transport } = createTestTransport(reply);
    const problem = await problemOf(transport.send(get));
    expect(problem).toMatchObject({ kind: 'unavailable', origin: 'answer', status, serverMessage: null });
  });

  it('is unavailable with the origin network when fetch fails', async () => {
    const { transport, reported } = createTestTransport(new TypeError('Failed to fetch'));
    expect(await problemOf(transport.send(get))).toMatchObject({
      kind: 'unavailable',
      origin: 'network',
      status: null,
    });
    expect(reported).toHaveLength(1);
  });

  it('has the origin answer when the body of a success breaks off', async () => {
    const { transport } = createTestTransport(brokenBody('{"data":'));
    const problem = await problemOf(transport.send(get));
    expect(problem).toMatchObject({ kind: 'unavailable', origin: 'answer', status: 200 });
  });

  it('stops reading a success that is larger than 32 MB', async () => {
    const megabyte = new Uint8Array(2 ** 20).fill(32);
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        sent++;
        if (sent > 64) controller.close();
        else controller.enqueue(megabyte);
      },
    });
    const { transport } = createTestTransport(new Response(body));
    expect(await problemOf(transport.send(get))).toMatchObject({ kind: 'unavailable', origin: 'answer', status: 200 });
    expect(sent).toBeLessThan(40);
  });

  it('has the origin answer when `read` throws because of a bug', async () => {
    const { transport } = createTestTransport(json(200, {}));
    const read = () => {
      throw new TypeError('undefined is not a function');
    };
    expect(await problemOf(transport.send({ ...get, read }))).toMatchObject({ origin: 'answer', status: 200 });
  });

  it('names the path that breaks the contract, but not the value', async () => {
    const schema = z.object({ data: z.object({ units: z.array(z.object({ state: z.string() })) }) });
    const { transport } = createTestTransport(json(200, { data: { units: [{ state: 'a' }, { state: 4242 }] } }));
    const problem = await problemOf(transport.send({ ...get, read: readJson(schema) }));
    const parsePath = 'data.units.1.state';
    expect(problem).toMatchObject({ kind: 'malformed', origin: 'answer', status: 200, parsePath });
    expect(JSON.stringify(problem) + String(problem)).not.toContain('4242');
  });

  it.each([
    ['HTML', new Response('<p>Welcome to the hotel</p>')],
    ['empty', new Response('')],
  ])('is malformed at the root when a success is %s', async (_what, reply) => {
    const { transport } = createTestTransport(reply);
    const problem = await problemOf(transport.send({ ...get, read: readJson(z.object({ a: z.string() })) }));
    expect(problem).toMatchObject({ kind: 'malformed', parsePath: '' });
  });

  it.each([
    ['a redirect', 302],
    ['an unexpected 204', 204],
    ['an unexpected 304', 304],
  ])('is malformed when it is %s', async (_what, status) => {
    const { transport } = createTestTransport(new Response(null, { status }));
    expect(await problemOf(transport.send(get))).toMatchObject({ kind: 'malformed', status });
  });

  it('is malformed when the browser hides the redirect', async () => {
    const hidden = { status: 0, type: 'opaqueredirect', headers: new Headers(), body: null } as Response;
    const { transport } = createTestTransport(() => hidden);
    expect(await problemOf(transport.send(get))).toMatchObject({ kind: 'malformed', status: 0 });
  });

  it('can be logged: it contains neither the token nor the body', async () => {
    const { transport } = createTestTransport(json(403, { message: 'No.', echo: 'body-of-the-answer' }));
    const problem = await problemOf(transport.send({ ...get, method: 'POST', body: { otp: '123456' } }));
    const logged = `${JSON.stringify(problem)} ${String(problem)} ${problem.stack} ${JSON.stringify({ ...problem })}`;
    for (const secret of [TOKEN, '123456', 'body-of-the-answer', '/things/7', BASE]) {
      expect(logged).not.toContain(secret);
    }
    expect(problem.cause).toBeUndefined();
  });
});
