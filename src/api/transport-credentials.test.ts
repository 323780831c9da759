import { describe, expect, it } from 'vitest';
import { bearer, type Credential } from './sending/credentials.ts';
import { createTransportWith, get, json, problemOf, TOKEN } from './transport.test-helper.ts';

describe('the credential of a request', () => {
  const first: Credential = { id: 'first', token: '1|first' };
  const second: Credential = { id: 'second', token: '2|second' };
  const sentTokens = (sent: readonly { readonly init: RequestInit }[]) =>
    sent.map(({ init }) => new Headers(init.headers).get('authorization'));

  it('is read in the task in which the request is sent, each time', async () => {
    let held = first;
    const { transport, sent } = createTransportWith({ credentials: { of: () => held } }, json(200, 1), json(200, 1));
    const sending = transport.send({ ...get, purpose: 'command' });
    expect(sentTokens(sent)).toEqual([bearer(first.token).Authorization]);
    held = second;
    await sending;
    await transport.send(get);
    expect(sentTokens(sent)).toEqual(['Bearer 1|first', 'Bearer 2|second']);
  });

  it('that is missing fails the request without sending it, and does not end a session', async () => {
    const { transport, sent, reported } = createTransportWith({ credentials: { of: () => null } });
    const problem = await problemOf(transport.send(get));
    expect(problem).toMatchObject({ kind: 'unauthenticated', origin: 'local', status: null });
    expect([sent, reported]).toEqual([[], []]);
  });

  it('can be required, so that no command is sent after another sign-in', async () => {
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

  it('is sent in the header fields of the server', async () => {
    const authorize = (token: string) => ({ Authorization: `KISI-LOGIN ${token}` });
    const { transport, sent } = createTransportWith({ authorize }, json(200, 1));
    await transport.send(get);
    expect(sentTokens(sent)).toEqual([`KISI-LOGIN ${TOKEN}`]);
  });

  it('is passed by its id to `headers` and `read`', async () => {
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

const refused = () => json(401, { error: 'expired' });

describe('a credential that the server rejects', () => {
  it('is sent once, and the problem is reported once', async () => {
    const { transport, sent, reported } = createTransportWith({}, refused());
    await problemOf(transport.send(get));
    expect([sent.length, reported.length]).toEqual([1, 1]);
  });

  it('ends a command, which is not sent again', async () => {
    const { transport, sent } = createTransportWith({}, refused());
    await problemOf(transport.send({ ...get, purpose: 'command' }));
    expect(sent).toHaveLength(1);
  });
});
