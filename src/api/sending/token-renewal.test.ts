import { describe, expect, it, vi } from 'vitest';
import { credentialOf } from '../test-helpers/index.ts';
import { createTransportWith, get, json, problemOf, TOKEN } from '../transport.test-helper.ts';
import { createTokenRenewal } from './token-renewal.ts';

const fresh = { id: 'the fresh one', token: 'fresh' };
const refused = () => json(401, { error: 'expired' });
const tokensOf = (sent: readonly { readonly init: RequestInit }[]) =>
  sent.map(({ init }) => new Headers(init.headers).get('authorization'));

describe('a token that renews', () => {
  it('is traded once for however many were refused with it, and each of them is sent once more', async () => {
    const renew = vi.fn(async () => fresh);
    const replies = [...Array.from({ length: 50 }, refused), ...Array.from({ length: 50 }, () => json(200, { ok: 1 }))];
    const { transport, sent, told } = createTransportWith({ renewal: createTokenRenewal(renew) }, ...replies);
    const answers = await Promise.all(Array.from({ length: 50 }, () => transport.send(get)));
    expect(answers).toEqual(Array.from({ length: 50 }, () => ({ ok: 1 })));
    expect(renew.mock.calls).toEqual([[credentialOf(TOKEN)]]);
    expect(tokensOf(sent.slice(0, 50))).toEqual(Array.from({ length: 50 }, () => `Bearer ${TOKEN}`));
    expect(tokensOf(sent.slice(50))).toEqual(Array.from({ length: 50 }, () => 'Bearer fresh'));
    expect(told).toEqual([]);
  });

  it('is not traded again for a latecomer with the old one', async () => {
    const renew = vi.fn(async () => fresh);
    const renewal = createTokenRenewal(renew);
    expect([await renewal('old'), await renewal('old')]).toEqual([fresh, fresh]);
    expect(renew).toHaveBeenCalledTimes(1);
    await renewal(fresh.id);
    expect(renew.mock.calls).toEqual([['old'], [fresh.id]]);
  });

  it('has a trade of its own when another is being traded', async () => {
    const renew = vi.fn(async (refused: string) => ({ id: `${refused}, renewed`, token: 'fresh' }));
    const renewal = createTokenRenewal(renew);
    expect(await Promise.all([renewal('a'), renewal('b')])).toMatchObject([{ id: 'a, renewed' }, { id: 'b, renewed' }]);
    expect(renew.mock.calls).toEqual([['a'], ['b']]);
  });

  it('that cannot be traded is asked about once, for all who were refused with it', async () => {
    const renew = vi.fn(async () => null);
    const renewal = createTokenRenewal(renew);
    const answers = await Promise.all(Array.from({ length: 50 }, () => renewal('old')));
    expect([...new Set([...answers, await renewal('old')])]).toEqual([null]);
    expect(renew).toHaveBeenCalledTimes(1);
  });

  it('ends the session when it cannot be traded', async () => {
    const { transport, sent, told } = createTransportWith({ renewal: createTokenRenewal(async () => null) }, refused());
    expect(await problemOf(transport.send(get))).toMatchObject({ kind: 'unauthenticated' });
    expect(sent).toHaveLength(1);
    expect(told.map(({ problem, sentAs }) => [problem.kind, sentAs])).toEqual([
      ['unauthenticated', credentialOf(TOKEN)],
    ]);
  });

  it('ends the session when the new one is refused too, without a second trade', async () => {
    const renew = vi.fn(async () => fresh);
    const { transport, sent, told } = createTransportWith({ renewal: createTokenRenewal(renew) }, refused(), refused());
    await problemOf(transport.send(get));
    expect(renew).toHaveBeenCalledTimes(1);
    expect(sent).toHaveLength(2);
    expect(told.map(({ sentAs }) => sentAs)).toEqual([fresh.id]);
  });

  it.each([[403], [500], [429]])('is not traded for a %i', async (status) => {
    const renew = vi.fn(async () => fresh);
    const { transport } = createTransportWith({ renewal: createTokenRenewal(renew) }, json(status, {}));
    await problemOf(transport.send(get));
    expect(renew).not.toHaveBeenCalled();
  });

  it('is not traded for a call that carried none', async () => {
    const renew = vi.fn(async () => fresh);
    const { transport } = createTransportWith({ renewal: createTokenRenewal(renew) }, refused());
    await problemOf(transport.send({ ...get, subject: null }));
    expect(renew).not.toHaveBeenCalled();
  });

  it('is not traded for a command: any answer ends it, a 401 too', async () => {
    const renew = vi.fn(async () => fresh);
    const { transport, sent } = createTransportWith({ renewal: createTokenRenewal(renew) }, refused());
    await problemOf(transport.send({ ...get, purpose: 'command' }));
    expect(renew).not.toHaveBeenCalled();
    expect(sent).toHaveLength(1);
  });
});

describe('a pace', () => {
  const paced = (turn: (signal: AbortSignal) => Promise<void>) => ({
    renewal: createTokenRenewal(async () => fresh),
    pace: { takeNow: () => 0, turn },
  });

  it('counts the second sending, too', async () => {
    const turn = vi.fn(async () => {});
    const { transport } = createTransportWith(paced(turn), refused(), json(200, 1));
    expect(await transport.send(get)).toBe(1);
    expect(turn).toHaveBeenCalledTimes(2);
  });

  it('is not waited for by who does not want any more', async () => {
    const leave = new AbortController();
    const turn = vi.fn(async (signal: AbortSignal) => {
      if (turn.mock.calls.length === 2) leave.abort('left');
      if (signal.aborted) throw signal.reason;
    });
    const { transport, sent, told } = createTransportWith(paced(turn), refused());
    await expect(transport.send({ ...get, signal: leave.signal })).rejects.toBe('left');
    expect([sent.length, told.length]).toEqual([1, 0]);
  });
});

describe('a token that does not renew', () => {
  it('is refused once, and told of', async () => {
    const { transport, sent, told } = createTransportWith({}, refused());
    await problemOf(transport.send(get));
    expect([sent.length, told.length]).toEqual([1, 1]);
  });
});
