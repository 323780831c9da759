import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { readJson } from './read-json.ts';
import { bearer, type Credential } from './sending/credentials.ts';
import { credentialOf } from './test-helpers/index.ts';
import {
  BASE,
  brokenBody,
  createTestTransport,
  createTransportWith,
  get,
  json,
  problemOf,
  TOKEN,
} from './transport.test-helper.ts';

describe('one call', () => {
  it('is one request, with the token, kept out of the browser’s cache and following no redirect', async () => {
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

  it('carries its body as JSON, and no token where it needs none', async () => {
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

  it.each([[500], [503], [429], [408]])('is never sent again by itself after a %i', async (status) => {
    const { transport, sent } = createTestTransport(json(status, {}), json(200, {}));
    await problemOf(transport.send(get));
    expect(sent).toHaveLength(1);
  });

  it('hands a 304 to whoever asked “has it changed?”', async () => {
    const { transport } = createTestTransport(new Response(null, { status: 304 }));
    const read = (answer: { status: number }) => (answer.status === 304 ? 'the kept one' : undefined);
    expect(await transport.send({ ...get, read })).toBe('the kept one');
  });

  it('leaves no timer behind', async () => {
    const { transport, clock } = createTestTransport(json(200, {}), json(500, {}));
    await transport.send(get);
    await problemOf(transport.send(get));
    expect(clock.waiting()).toBe(0);
  });
});

describe('a failed call', () => {
  it('is reported once, with the token it carried, before it is thrown', async () => {
    const { transport, reported } = createTestTransport(json(401, { message: 'Unauthorized.' }));
    const problem = await problemOf(transport.send(get));
    expect(problem).toMatchObject({ kind: 'unauthenticated', origin: 'answer', status: 401, route: '/things/{id}' });
    expect(reported).toEqual([{ problem, sentAs: credentialOf(TOKEN) }]);
  });

  it('brings the message, the code and the fields of the answer', async () => {
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
    ['more than a message can be', 500, json(500, { message: 'x'.repeat(70_000) })],
  ])('keeps its status when the body is %s', async (_what, status, reply) => {
    const { transport } = createTestTransport(reply);
    const problem = await problemOf(transport.send(get));
    expect(problem).toMatchObject({ kind: 'unavailable', origin: 'answer', status, serverMessage: null });
  });

  it('is “unavailable, nobody heard” when the network fails', async () => {
    const { transport, reported } = createTestTransport(new TypeError('Failed to fetch'));
    expect(await problemOf(transport.send(get))).toMatchObject({
      kind: 'unavailable',
      origin: 'network',
      status: null,
    });
    expect(reported).toHaveLength(1);
  });

  it('counts as heard when the body of a good answer breaks off', async () => {
    const { transport } = createTestTransport(brokenBody('{"data":'));
    const problem = await problemOf(transport.send(get));
    expect(problem).toMatchObject({ kind: 'unavailable', origin: 'answer', status: 200 });
  });

  it('is a lost body when a good answer is larger than anything could mean', async () => {
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

  it('counts as heard when reading the answer fails by a defect of ours', async () => {
    const { transport } = createTestTransport(json(200, {}));
    const read = () => {
      throw new TypeError('undefined is not a function');
    };
    expect(await problemOf(transport.send({ ...get, read }))).toMatchObject({ origin: 'answer', status: 200 });
  });

  it('says where a good answer left the contract, and never what stood there', async () => {
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
  ])('is malformed at the root when a good answer is %s', async (_what, reply) => {
    const { transport } = createTestTransport(reply);
    const problem = await problemOf(transport.send({ ...get, read: readJson(z.object({ a: z.string() })) }));
    expect(problem).toMatchObject({ kind: 'malformed', parsePath: '' });
  });

  it.each([
    ['a redirect', 302],
    ['a 204 where an answer was asked for', 204],
    ['a 304 that nobody asked for', 304],
  ])('is malformed when it is %s', async (_what, status) => {
    const { transport } = createTestTransport(new Response(null, { status }));
    expect(await problemOf(transport.send(get))).toMatchObject({ kind: 'malformed', status });
  });

  it('is malformed when the browser hides the redirect', async () => {
    const hidden = { status: 0, type: 'opaqueredirect', headers: new Headers(), body: null } as Response;
    const { transport } = createTestTransport(() => hidden);
    expect(await problemOf(transport.send(get))).toMatchObject({ kind: 'malformed', status: 0 });
  });

  it('can be logged: neither the token nor what was sent is in it', async () => {
    const { transport } = createTestTransport(json(403, { message: 'No.', echo: 'body-of-the-answer' }));
    const problem = await problemOf(transport.send({ ...get, method: 'POST', body: { otp: '123456' } }));
    const logged = `${JSON.stringify(problem)} ${String(problem)} ${problem.stack} ${JSON.stringify({ ...problem })}`;
    for (const secret of [TOKEN, '123456', 'body-of-the-answer', '/things/7', BASE]) {
      expect(logged).not.toContain(secret);
    }
    expect(problem.cause).toBeUndefined();
  });
});

describe('the credential of a call', () => {
  const first: Credential = { id: 'first', token: '1|first' };
  const second: Credential = { id: 'second', token: '2|second' };
  const sentTokens = (sent: readonly { readonly init: RequestInit }[]) =>
    sent.map(({ init }) => new Headers(init.headers).get('authorization'));

  it('is asked for in the task in which it is sent, each time it is', async () => {
    let held = first;
    const { transport, sent } = createTransportWith({ credentials: { of: () => held } }, json(200, 1), json(200, 1));
    const sending = transport.send({ ...get, purpose: 'command' });
    expect(sentTokens(sent)).toEqual([bearer(first.token).Authorization]);
    held = second;
    await sending;
    await transport.send(get);
    expect(sentTokens(sent)).toEqual(['Bearer 1|first', 'Bearer 2|second']);
  });

  it('that this device does not hold is known without asking anybody, and ends no session', async () => {
    const { transport, sent, reported } = createTransportWith({ credentials: { of: () => null } });
    const problem = await problemOf(transport.send(get));
    expect(problem).toMatchObject({ kind: 'unauthenticated', origin: 'local', status: null });
    expect([sent, reported]).toEqual([[], []]);
  });

  it('may be the only one that will do: a command does not go out after another sign-in', async () => {
    const { transport, sent } = createTransportWith({ credentials: { of: () => second } }, json(200, 1));
    const command = { ...get, purpose: 'command' } as const;
    expect(await problemOf(transport.send({ ...command, credential: 'first' }))).toMatchObject({
      kind: 'unauthenticated',
      origin: 'local',
    });
    expect(sent).toEqual([]);
    await transport.send({ ...command, credential: 'second' });
    expect(sent).toHaveLength(1);
  });

  it('is shown as the server wants it', async () => {
    const authorize = (token: string) => ({ Authorization: `KISI-LOGIN ${token}` });
    const { transport, sent } = createTransportWith({ authorize }, json(200, 1));
    await transport.send(get);
    expect(sentTokens(sent)).toEqual([`KISI-LOGIN ${TOKEN}`]);
  });

  it('is named to whoever made the request, for its header fields and its answer', async () => {
    const { transport, sent } = createTransportWith({ credentials: { of: () => first } }, json(200, 1));
    const answeredTo = await transport.send({
      ...get,
      headers: (sentAs) => ({ 'X-Sent-As': `${sentAs}` }),
      read: (_answer, sentAs) => sentAs,
    });
    expect(answeredTo).toBe('first');
    expect(new Headers(sent[0]?.init.headers).get('x-sent-as')).toBe('first');
  });
});
