import { describe, expect, it, vi } from 'vitest';
import { loadConfig } from './read-config.ts';

const good = () => new Response('{"system":"kiss"}');
const status = (code: number) => () => new Response('', { status: code });
const noNetwork = () => {
  throw new TypeError('Failed to fetch');
};
const brokenOff = () => {
  const body = new ReadableStream({ start: (controller) => controller.error(new TypeError('terminated')) });
  return new Response(body);
};

/** A server that gives these replies in order. */
function serve(...replies: (() => Response)[]) {
  const fetch = vi.fn(async (_address: string, _init: RequestInit) => {
    const reply = replies.shift();
    if (!reply) throw new Error('the test has no more replies');
    return reply();
  });
  const load = (page: Parameters<typeof loadConfig>[1] = {}) =>
    loadConfig('/config.json', page, { fetch, clock: Date });
  return { fetch, load };
}

describe('loading the configuration', () => {
  it('revalidates the file and has a deadline', async () => {
    const { fetch, load } = serve(good);
    expect(await load()).toMatchObject({ kind: 'ok', config: { system: 'kiss' } });
    expect(fetch).toHaveBeenCalledTimes(1);
    const [address, init] = fetch.mock.calls[0] ?? [];
    expect(address).toBe('/config.json');
    expect(init).toMatchObject({ cache: 'no-cache', signal: expect.any(AbortSignal) });
  });

  it('uses the early request of the page once', async () => {
    const { fetch, load } = serve(good);
    const response = Promise.resolve(new Response('{"system":"kiss"}', { headers: { date: 'then' } }));
    const page = { earlyConfig: { sentAt: 7, response } };
    const first = await load(page);
    expect(first).toMatchObject({ kind: 'ok', answered: { date: 'then', sentAt: 7 } });
    expect(fetch).not.toHaveBeenCalled();
    expect(await load(page)).toMatchObject({ kind: 'ok' });
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('sends another request when the early request failed', async () => {
    const { fetch, load } = serve(good);
    const response = Promise.reject(new TypeError('Failed to fetch'));
    expect(await load({ earlyConfig: { sentAt: 7, response } })).toMatchObject({ kind: 'ok' });
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['the server fails once', [status(503), good]],
    ['the server fails twice', [status(500), status(502), good]],
    ['the network fails at first', [noNetwork, good]],
    ['the body breaks off', [brokenOff, good]],
  ])('retries when %s', async (_when, replies) => {
    const { fetch, load } = serve(...replies);
    expect(await load()).toMatchObject({ kind: 'ok' });
    expect(fetch).toHaveBeenCalledTimes(replies.length);
  });

  it.each<[string, (() => Response)[], number | null, number]>([
    ['no such file', [status(404)], 404, 1],
    ['no permission', [status(403)], 403, 1],
    ['a server that keeps failing', [status(500), status(500), status(503)], 503, 3],
    ['no network', [noNetwork, noNetwork, noNetwork], null, 3],
    ['no network at the last try', [status(500), status(500), noNetwork], null, 3],
  ])('gives up with %s', async (_why, replies, last, tries) => {
    const { fetch, load } = serve(...replies);
    expect(await load()).toEqual({ kind: 'missing', status: last });
    expect(fetch).toHaveBeenCalledTimes(tries);
  });

  it.each([
    ['a web page', '<!doctype html>', ''],
    ['a trailing comma', '{ "system": "kiss", }', ''],
    ['no system', '{}', 'system'],
    ['a base that is not a path', '{"system":"kiss","api":{"base":"api/v2"}}', 'api.base'],
    ['an unknown opener', '{"system":"kiss","opener":{"kind":"magic"}}', 'opener.kind'],
    ['an invalid country', '{"system":"kiss","defaultCountry":"usa"}', 'defaultCountry'],
    ['a number for a name', '{"system":"kiss","brand":{"name":7}}', 'brand.name'],
  ])('names the fault of the file without a retry: %s', async (_what, text, key) => {
    const { fetch, load } = serve(() => new Response(text));
    expect(await load()).toMatchObject({ kind: 'broken', faults: [{ key }] });
    expect(fetch).toHaveBeenCalledTimes(1);
  });
});
