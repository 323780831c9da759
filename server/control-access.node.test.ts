import type { IncomingMessage } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { controlCaller } from './request-guard.ts';
import { ask, createTestServers } from './test-helpers.ts';

const servers = createTestServers();
afterEach(() => servers.cleanUp());

function caller(remoteAddress: string, headers: Record<string, string> = {}) {
  const socket = { remoteAddress } as IncomingMessage['socket'];
  return controlCaller({ socket, headers: { host: '127.0.0.1:4173', ...headers } });
}

describe('the control API without its token', () => {
  it.each(['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1'])(
    'answers a program on this machine (%s)',
    (address) => {
      expect(caller(address)).toBe('local');
    },
  );

  it.each(['192.168.1.7', '::ffff:10.0.0.1', 'fe80::1', '12.127.0.0', ''])('rejects other machines (%s)', (address) => {
    expect(caller(address)).toBe('remote');
  });

  it.each(['localhost', 'localhost:4173', 'a.localhost:1', '[::1]:4173', '127.0.0.1'])(
    'accepts the host name %s',
    (host) => {
      expect(caller('127.0.0.1', { host })).toBe('local');
    },
  );

  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example:4173', '1', ''])(
    'rejects a host name that resolves to this machine (%s)',
    (host) => {
      expect(caller('127.0.0.1', { host })).toBe('remote');
    },
  );

  it.each(['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-anything', 'x-real-ip', 'via'])(
    'rejects requests through a proxy (%s)',
    (name) => {
      expect(caller('127.0.0.1', { [name]: '' })).toBe('remote');
    },
  );
});

describe('the control API with its token', () => {
  it('accepts only the token that the server printed', async () => {
    const { url, controlToken } = await servers.serve();
    const forwarded = { 'x-forwarded-for': '203.0.113.7' };
    const refused = await ask(`${url}/__facility/journal`, { headers: forwarded });
    expect([refused.status, refused.headers['www-authenticate']]).toEqual([401, 'Bearer realm="facility"']);
    expect(controlToken).toMatch(/^[\da-f]{32}$/);
    const status = async (authorization: string, more: Record<string, string> = {}) =>
      (await ask(`${url}/__facility/journal`, { headers: { ...forwarded, authorization, ...more } })).status;
    expect(await status(`Bearer ${controlToken}`)).toBe(200);
    expect(await status(`Bearer ${controlToken}`, { host: 'demo.example', via: '1.1 proxy' })).toBe(200);
    expect([await status(`Bearer ${controlToken}0`), await status(`Bearer f00d`)]).toEqual([401, 401]);
  });
});

describe('the control API', () => {
  it('rejects pages of other origins, with or without the token, and accepts pages of its own origin', async () => {
    expect(caller('127.0.0.1', { origin: 'http://127.0.0.1:4173' })).toBe('local');
    expect(caller('127.0.0.1', { 'sec-fetch-site': 'same-origin' })).toBe('local');
    for (const origin of ['https://evil.example', 'http://127.0.0.1:3000', 'null']) {
      expect(caller('127.0.0.1', { origin }), origin).toBe('other-page');
    }
    for (const site of ['cross-site', 'same-site']) {
      expect(caller('127.0.0.1', { 'sec-fetch-site': site }), site).toBe('other-page');
    }
    const { url, controlToken } = await servers.serve();
    const headers = { origin: 'https://evil.example', authorization: `Bearer ${controlToken}` };
    expect((await ask(`${url}/__facility/journal`, { headers })).status).toBe(403);
  });

  it('is served over HTTP, locally without the token', async () => {
    const { url } = await servers.serve();
    expect((await ask(`${url}/__facility/journal`)).body.toString()).toBe('{"of":"the control API"}');
    expect((await ask(`${url}/__facility/journal`, { headers: { host: 'evil.example' } })).status).toBe(401);
  });

  it('is disabled with a real API', async () => {
    const { url } = await servers.serve({ apiBase: new URL('http://127.0.0.1:9/api/v2') });
    const answer = await ask(`${url}/__facility/journal`, { headers: { accept: 'text/html' } });
    expect(answer.status).toBe(404);
  });
});
