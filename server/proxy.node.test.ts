import { request } from 'node:http';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { ask, bodyOf, createTestBench, whenGone } from './test-helpers.ts';

const bench = createTestBench();
afterEach(() => bench.cleanUp());

describe('the proxy to a real API', () => {
  it('sends path, query, method, body and the bearer on, under the version that API_BASE names', async () => {
    let seen: unknown;
    const apiBase = await bench.upstream(async (req, res) => {
      seen = {
        method: req.method,
        url: req.url,
        host: req.headers.host,
        auth: req.headers.authorization,
        body: await bodyOf(req),
      };
      res.end('{}');
    });
    const { url } = await bench.serve({ apiBase });
    await ask(`${url}/api/v1/locks/a%20b/logs?x=1`, {
      method: 'POST',
      headers: { authorization: 'Bearer t' },
      body: '{"a":1}',
    });
    expect(seen).toEqual({
      method: 'POST',
      url: '/kiss/v2/locks/a%20b/logs?x=1',
      host: apiBase.host,
      auth: 'Bearer t',
      body: '{"a":1}',
    });
  });

  it('keeps cookies, the origin, claims of other proxies and connection headers to itself', async () => {
    let names: string[] = [];
    const apiBase = await bench.upstream((req, res) => {
      names = Object.keys(req.headers);
      res.end();
    });
    const { url } = await bench.serve({ apiBase });
    await ask(`${url}/api/v2/access`, {
      headers: {
        cookie: 'a=b',
        origin: 'http://127.0.0.1',
        referer: 'http://127.0.0.1/doors',
        'x-forwarded-for': '203.0.113.7',
        connection: 'close, x-private',
        'x-private': '1',
        'idempotency-key': 'k1',
        'if-none-match': '"7"',
      },
    });
    expect(names).toEqual(expect.arrayContaining(['idempotency-key', 'if-none-match']));
    for (const name of [
      'cookie',
      'origin',
      'referer',
      'x-forwarded-for',
      'x-private',
      'content-length',
      'transfer-encoding',
    ]) {
      expect(names, name).not.toContain(name);
    }
  });

  it('gives status, dates, limits and tags back, and leaves out what speaks about the other origin', async () => {
    const apiBase = await bench.upstream((_req, res) => {
      res.writeHead(429, {
        date: 'Mon, 05 Jan 2026 12:00:00 GMT',
        'retry-after': '17',
        'ratelimit-remaining': '0',
        etag: '"7"',
        'set-cookie': 'a=b',
        'strict-transport-security': 'max-age=1',
        'keep-alive': 'timeout=99',
      });
      res.end('{"message":"Too many requests"}');
    });
    const { url } = await bench.serve({ apiBase });
    const { status, headers, body } = await ask(`${url}/api/v2/auth/phone`, { method: 'POST' });
    expect(status).toBe(429);
    expect(headers).toMatchObject({
      date: 'Mon, 05 Jan 2026 12:00:00 GMT',
      'retry-after': '17',
      'ratelimit-remaining': '0',
      etag: '"7"',
    });
    expect([headers['set-cookie'], headers['strict-transport-security']]).toEqual([undefined, undefined]);
    expect(headers['keep-alive']).not.toBe('timeout=99');
    expect(body.toString()).toBe('{"message":"Too many requests"}');
  });

  it('passes a compressed body on as it is', async () => {
    const apiBase = await bench.upstream((_req, res) => {
      res.writeHead(200, { 'content-encoding': 'gzip', 'content-type': 'application/json' });
      res.end(gzipSync('{"units":[]}'));
    });
    const { url } = await bench.serve({ apiBase });
    const answer = await ask(`${url}/api/v2/access`, { headers: { 'accept-encoding': 'gzip' } });
    expect(gunzipSync(answer.body).toString()).toBe('{"units":[]}');
  });

  it('hands a redirect back instead of following it', async () => {
    let requests = 0;
    const apiBase = await bench.upstream((_req, res) => {
      requests += 1;
      res.writeHead(302, { location: 'http://elsewhere.example/' });
      res.end();
    });
    const { url } = await bench.serve({ apiBase });
    const answer = await ask(`${url}/api/v2/access`);
    expect([answer.status, answer.headers.location, requests]).toEqual([302, 'http://elsewhere.example/', 1]);
  });

  it.each(['GET', 'POST'])('answers 502 when the API drops a %s, which it never sends again', async (method) => {
    let requests = 0;
    const apiBase = await bench.upstream((req) => {
      requests += 1;
      req.socket.destroy();
    });
    const { url } = await bench.serve({ apiBase });
    const answer = await ask(`${url}/api/v2/access`, { method, body: method === 'POST' ? '{}' : '' });
    expect([answer.status, JSON.parse(answer.body.toString())]).toEqual([
      502,
      { message: 'The service cannot be reached.' },
    ]);
    expect(requests).toBe(1);
  });

  it('answers 502 when nobody listens', async () => {
    const { url } = await bench.serve({ apiBase: new URL('http://127.0.0.1:9/api/v2') });
    expect((await ask(`${url}/api/v2/access`)).status).toBe(502);
  });

  it('answers 504 when no answer comes in time', async () => {
    const apiBase = await bench.upstream(() => undefined);
    const { url } = await bench.serve({ apiBase, proxyTimeoutMs: 30 });
    const answer = await ask(`${url}/api/v2/access`);
    expect([answer.status, JSON.parse(answer.body.toString())]).toEqual([
      504,
      { message: 'The service did not answer in time.' },
    ]);
  });

  it('breaks off where the API breaks off', async () => {
    const apiBase = await bench.upstream((req, res) => {
      res.writeHead(200, { 'content-length': '100' });
      res.write('{"units":', () => req.socket.destroySoon());
    });
    const { url } = await bench.serve({ apiBase });
    const answer = await ask(`${url}/api/v2/access`);
    expect([answer.status, answer.body.toString(), answer.truncated]).toEqual([200, '{"units":', true]);
  });

  it('lets go of the API when the client goes away', async () => {
    let asked: ReturnType<typeof request> | undefined;
    let gone: Promise<void> | undefined;
    const arrived = new Promise<void>((resolve) => {
      void bench
        .upstream((_req, res) => {
          gone = whenGone(res);
          resolve();
        })
        .then(async (apiBase) => {
          const { url } = await bench.serve({ apiBase });
          asked = request(`${url}/api/v2/access`);
          asked.on('error', () => undefined);
          asked.end();
        });
    });
    await arrived;
    asked?.destroy();
    await gone;
  });

  it('logs nothing', async () => {
    const lines: string[] = [];
    const apiBase = await bench.upstream((req) => req.socket.destroy());
    const { url } = await bench.serve({ apiBase, log: (line) => lines.push(line) });
    await ask(`${url}/api/v2/auth/phone`, { method: 'POST', body: '{"phone_number":"3035550101"}' });
    expect(lines).toEqual([]);
  });

  it('does not let an escaped path climb out of API_BASE', async () => {
    let requests = 0;
    const apiBase = await bench.upstream((_req, res) => {
      requests += 1;
      res.end();
    });
    const { url } = await bench.serve({ apiBase });
    expect((await ask(`${url}/api/v2/..%2f..%2fadmin`)).status).toBe(400);
    expect((await ask(`${url}/api/admin`)).status).toBe(404);
    expect(requests).toBe(0);
  });
});

describe('the proxy to a real gateway', () => {
  it('sends openings to GATEWAY_BASE', async () => {
    let seen: unknown;
    const gatewayBase = await bench.upstream((req, res) => {
      seen = [req.method, req.url, req.headers['idempotency-key']];
      res.end('{"outcome":"opened"}');
    });
    const { url } = await bench.serve({ apiBase: new URL('http://127.0.0.1:9/'), gatewayBase });
    const answer = await ask(`${url}/gateway/locks/l1/open`, { method: 'POST', headers: { 'idempotency-key': 'k1' } });
    expect(seen).toEqual(['POST', '/kiss/v2/locks/l1/open', 'k1']);
    expect(answer.body.toString()).toBe('{"outcome":"opened"}');
  });

  it('says 501 where there is none', async () => {
    const { url } = await bench.serve({ apiBase: new URL('http://127.0.0.1:9/') });
    const answer = await ask(`${url}/gateway/locks/l1/open`, { method: 'POST' });
    expect([answer.status, JSON.parse(answer.body.toString())]).toEqual([
      501,
      { message: 'Remote opening is not available here.' },
    ]);
  });
});
