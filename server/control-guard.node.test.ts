import { afterEach, describe, expect, it } from 'vitest';
import { whyNotControl } from './control-guard.ts';
import { ask, createTestBench } from './test-helpers.ts';

const bench = createTestBench();
afterEach(() => bench.cleanUp());

function asked(remoteAddress: string, headers: Record<string, string> = {}) {
  return { socket: { remoteAddress }, headers: { host: '127.0.0.1:4173', ...headers } };
}

describe('the control face', () => {
  it.each(['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1'])(
    'answers a program on this machine (%s)',
    (address) => {
      expect(whyNotControl(asked(address))).toBeUndefined();
    },
  );

  it.each(['192.168.1.7', '::ffff:10.0.0.1', 'fe80::1', '12.127.0.0', ''])('refuses the network (%s)', (address) => {
    expect(whyNotControl(asked(address))).toContain('this machine');
  });

  it.each(['localhost', 'localhost:4173', 'a.localhost:1', '[::1]:4173', '127.0.0.1'])('knows itself as %s', (host) => {
    expect(whyNotControl(asked('127.0.0.1', { host }))).toBeUndefined();
  });

  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example:4173', ''])(
    'refuses a name that was pointed at this machine (%s)',
    (host) => {
      expect(whyNotControl(asked('127.0.0.1', { host }))).toContain('loopback name');
    },
  );

  it('refuses web pages of other origins, and answers its own', () => {
    expect(whyNotControl(asked('127.0.0.1', { origin: 'http://127.0.0.1:4173' }))).toBeUndefined();
    expect(whyNotControl(asked('127.0.0.1', { 'sec-fetch-site': 'same-origin' }))).toBeUndefined();
    for (const origin of ['https://evil.example', 'http://127.0.0.1:3000', 'null']) {
      expect(whyNotControl(asked('127.0.0.1', { origin })), origin).toContain('other origins');
    }
    for (const site of ['cross-site', 'same-site']) {
      expect(whyNotControl(asked('127.0.0.1', { 'sec-fetch-site': site })), site).toContain('other origins');
    }
  });

  it('refuses what came through a proxy', () => {
    expect(whyNotControl(asked('127.0.0.1', { 'x-forwarded-for': '203.0.113.7' }))).toContain('proxy');
  });

  it('is reached over HTTP, and refuses with 403', async () => {
    const { url } = await bench.serve();
    expect((await ask(`${url}/__facility/journal`)).body.toString()).toBe('{"of":"the control face"}');
    expect((await ask(`${url}/__facility/journal`, { headers: { host: 'evil.example' } })).status).toBe(403);
  });

  it('is not there beside a real API', async () => {
    const { url } = await bench.serve({ apiBase: new URL('http://127.0.0.1:9/api/v2') });
    const answer = await ask(`${url}/__facility/journal`, { headers: { accept: 'text/html' } });
    expect(answer.status).toBe(404);
  });
});
