import { request } from 'node:http';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { readTrustedProxies } from './client.ts';
import { ask, askRaw, bodyOf, createTestServers, folderWith, whenClosed } from './test-helpers.ts';

const servers = createTestServers();
afterEach(() => servers.cleanUp());

const closedPort = new URL('http://127.0.0.1:9/api/v2');
const unreachable = { message: 'The service cannot be reached.' };

/** Server options with this `config.json`. */
function configured(config: Readonly<Record<string, unknown>>) {
  return { dist: folderWith({ 'index.html': '<p>The app</p>', 'config.json': JSON.stringify(config) }) };
}

/** An upstream that records every request. */
async function recordingUpstream() {
  const seen: { line: string; headers: NodeJS.Dict<string | string[]>; body: string }[] = [];
  const apiBase = await servers.upstream(async (req, res) => {
    seen.push({ line: `${req.method} ${req.url}`, headers: req.headers, body: await bodyOf(req) });
    res.end('{}');
  });
  return { apiBase, seen };
}

describe('the proxy to a real API', () => {
  it('forwards path, query, method, body and the bearer token below the path of API_BASE', async () => {
    const { apiBase, seen } = await recordingUpstream();
    const { url } = await servers.serve({ apiBase });
    await ask(`${url}/api/v2/locks/a%20b/logs?x=1`, {
      method: 'POST',
      headers: { authorization: 'Bearer t' },
      body: '{"a":1}',
    });
    expect(seen).toMatchObject([
      {
        line: 'POST /kiss/v2/locks/a%20b/logs?x=1',
        headers: { host: apiBase.host, authorization: 'Bearer t', 'content-length': '7' },
        body: '{"a":1}',
      },
    ]);
  });

  it('does not forward cookies, the origin, headers of other proxies and hop-by-hop headers', async () => {
    const { apiBase, seen } = await recordingUpstream();
    const { url } = await servers.serve({ apiBase });
    await ask(`${url}/api/v2/access`, {
      headers: {
        cookie: 'a=b',
        origin: url,
        referer: 'http://127.0.0.1/doors',
        forwarded: 'for=203.0.113.7',
        'x-real-ip': '203.0.113.7',
        connection: 'close, x-request-id',
        'x-request-id': '1',
        'x-anything': '1',
        'idempotency-key': 'k1',
        'if-none-match': '"7"',
      },
    });
    expect(Object.keys(seen[0]?.headers ?? {}).sort()).toEqual([
      'connection',
      'host',
      'idempotency-key',
      'if-none-match',
      'x-forwarded-for',
    ]);
  });

  it('returns status, dates, limits and ETags, and drops headers about the other origin', async () => {
    const apiBase = await servers.upstream((_req, res) => {
      res.writeHead(429, {
        date: 'Mon, 05 Jan 2026 12:00:00 GMT',
        age: '3',
        'retry-after': '17',
        'ratelimit-policy': '"default";q=100;w=10',
        'x-ratelimit-remaining': '0',
        'x-rate-limit-reset': '2026-05-14T10:32:00Z',
        etag: '"7"',
        'www-authenticate': 'Bearer error="invalid_token"',
        'set-cookie': 'a=b',
        'strict-transport-security': 'max-age=1',
        'clear-site-data': '"storage"',
        'content-security-policy': 'default-src *',
        'access-control-allow-origin': '*',
        location: 'https://elsewhere.example/',
        'keep-alive': 'timeout=99',
      });
      res.end('{"message":"Too many requests"}');
    });
    const { url } = await servers.serve({ apiBase });
    const { status, headers, body } = await ask(`${url}/api/v2/auth/phone`, { method: 'POST' });
    expect(status).toBe(429);
    expect(headers).toMatchObject({
      date: 'Mon, 05 Jan 2026 12:00:00 GMT',
      age: '3',
      'retry-after': '17',
      'ratelimit-policy': '"default";q=100;w=10',
      'x-ratelimit-remaining': '0',
      'x-rate-limit-reset': '2026-05-14T10:32:00Z',
      etag: '"7"',
      'www-authenticate': 'Bearer error="invalid_token"',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    for (const name of ['set-cookie', 'strict-transport-security', 'clear-site-data', 'location']) {
      expect(headers, name).not.toHaveProperty(name);
    }
    expect(headers).not.toHaveProperty('access-control-allow-origin');
    expect(headers['keep-alive']).not.toBe('timeout=99');
    expect(body.toString()).toBe('{"message":"Too many requests"}');
  });

  it('triggers no password dialog and returns no response as a script', async () => {
    const apiBase = await servers.upstream((_req, res) => {
      res.writeHead(401, { 'www-authenticate': 'Basic realm="x"', 'content-type': 'text/javascript' });
      res.end('alert(1)');
    });
    const { url } = await servers.serve({ apiBase });
    const { headers } = await ask(`${url}/api/v2/access`);
    expect([headers['www-authenticate'], headers['content-type']]).toEqual([undefined, 'text/plain']);
  });

  it('forwards a compressed body unchanged', async () => {
    const apiBase = await servers.upstream((_req, res) => {
      res.writeHead(200, { 'content-encoding': 'gzip', 'content-type': 'application/json', etag: '"7"' });
      res.end(gzipSync('{"units":[]}'));
    });
    const { url } = await servers.serve({ apiBase });
    const answer = await ask(`${url}/api/v2/access`, { headers: { 'accept-encoding': 'gzip' } });
    expect(answer.headers).toMatchObject({ 'content-encoding': 'gzip', etag: '"7"' });
    expect(gunzipSync(answer.body).toString()).toBe('{"units":[]}');
  });

  it('returns a 304 with its ETag, also when it has a Content-Length', async () => {
    const bytes = 'HTTP/1.1 304 Not Modified\r\nETag: "7"\r\nContent-Length: 200\r\n\r\n';
    const apiBase = await servers.socketUpstream((socket) => socket.end(bytes));
    const { url } = await servers.serve({ apiBase });
    const answer = await ask(`${url}/api/v2/access`, { headers: { 'if-none-match': '"7"' } });
    expect([answer.status, answer.headers.etag]).toEqual([304, '"7"']);
  });

  it.each(['GET', 'POST'])('answers 502 when the API drops a %s, and never resends it', async (method) => {
    let requests = 0;
    const apiBase = await servers.upstream((req) => {
      requests += 1;
      req.socket.destroy();
    });
    const { url } = await servers.serve({ apiBase });
    const path = method === 'POST' ? 'auth/phone' : 'access';
    const answer = await ask(`${url}/api/v2/${path}`, { method, body: method === 'POST' ? '{}' : '' });
    expect([answer.status, JSON.parse(answer.body.toString())]).toEqual([502, unreachable]);
    expect(requests).toBe(1);
  });

  it('answers 502 when the API does not listen', async () => {
    const { url } = await servers.serve({ apiBase: closedPort });
    expect((await ask(`${url}/api/v2/access`)).status).toBe(502);
  });

  it('aborts the request to the API when the client disconnects', async () => {
    let asked: ReturnType<typeof request> | undefined;
    let gone: Promise<void> | undefined;
    const arrived = new Promise<void>((resolve) => {
      void servers
        .upstream((_req, res) => {
          gone = whenClosed(res);
          resolve();
        })
        .then(async (apiBase) => {
          const { url } = await servers.serve({ apiBase });
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
    const apiBase = await servers.upstream((req) => req.socket.destroy());
    const { url } = await servers.serve({ apiBase, log: (line) => lines.push(line) });
    await ask(`${url}/api/v2/auth/phone`, { method: 'POST', body: '{"phone_number":"3035550101"}' });
    expect(lines).toEqual([]);
  });
});

describe('forwarded requests', () => {
  it.each([
    ['GET', '/api/v2/pms/webhooks'],
    ['POST', '/api/v2/tenant/access'],
    ['DELETE', '/api/v2/access'],
    ['GET', '/api/v2/access/'],
    ['GET', '/api/v2'],
    ['GET', '/api/v1/access'],
    ['GET', '/api/admin'],
    ['POST', '/gateway/locks/l1/l2/open'],
    ['POST', '/gateway/locks//open'],
    ['GET', '/api/v2/..%2f..%2fadmin'],
    ['POST', '/api/v2/locks/..%2f..%2fadmin/logs'],
    ['POST', '/api/v2/locks/..%5cadmin/logs'],
  ])('do not include undocumented calls: %s %s', async (method, path) => {
    const { apiBase, seen } = await recordingUpstream();
    const { url } = await servers.serve({ apiBase, gatewayBase: apiBase });
    expect((await ask(url + path, { method, headers: { accept: 'text/html' } })).status).toBe(404);
    expect(seen).toEqual([]);
  });

  it('are the documented calls below the path of api.base', async () => {
    const { apiBase, seen } = await recordingUpstream();
    const { url } = await servers.serve({ apiBase, ...configured({ system: 'kisi', api: { base: '/api' } }) });
    expect((await ask(`${url}/api/locks?limit=50`)).status).toBe(200);
    expect((await ask(`${url}/api/locks/7/unlock`, { method: 'POST', body: '{}' })).status).toBe(200);
    expect((await ask(`${url}/api/login`, { method: 'DELETE' })).status).toBe(200);
    expect((await ask(`${url}/api/tenant/access`)).status).toBe(404);
    expect(seen.map(({ line }) => line)).toEqual([
      'GET /kiss/v2/locks?limit=50',
      'POST /kiss/v2/locks/7/unlock',
      'DELETE /kiss/v2/login',
    ]);
  });

  it('exclude the app’s routes when the API is at the root', async () => {
    const { apiBase, seen } = await recordingUpstream();
    const { url } = await servers.serve({ apiBase, ...configured({ api: { base: '/' } }) });
    const page = await ask(`${url}/doors/b204`, { headers: { accept: 'text/html' } });
    expect(page.body.toString()).toBe('<p>The app</p>');
    await ask(`${url}/tenant/access`);
    expect(seen.map(({ line }) => line)).toEqual(['GET /kiss/v2/tenant/access']);
  });

  it('are none when the page sends its requests to another origin', async () => {
    const { apiBase, seen } = await recordingUpstream();
    const { url } = await servers.serve({ apiBase, ...configured({ api: { base: 'https://api.example/v2' } }) });
    expect((await ask(`${url}/api/v2/access`)).status).toBe(404);
    expect(seen).toEqual([]);
  });
});

describe('request smuggling', () => {
  const hidden = 'GET /kiss/v2/tenant/access HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer other\r\n\r\n';
  const get = `GET /api/v2/tenant/access HTTP/1.1\r\nHost: 127.0.0.1\r\n`;
  const post = `POST /api/v2/auth/phone HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n`;
  const chunked = `${hidden.length.toString(16)}\r\n${hidden}\r\n0\r\n\r\n`;

  it.each([
    ['Content-Length in Connection, GET', `${get}Connection: keep-alive, content-length\r\n`, hidden],
    ['Content-Length in Connection, POST', `${post}Connection: keep-alive, content-length\r\n`, hidden],
    ['Transfer-Encoding in Connection', `${get}Connection: transfer-encoding\r\n`, ''],
    ['Content-Length on a GET', get, hidden],
    ['Content-Length on a HEAD', get.replace('GET', 'HEAD'), hidden],
  ])('treats the hidden request as a body: %s', async (_, head, body) => {
    const { apiBase, seen } = await recordingUpstream();
    const { url } = await servers.serve({ apiBase });
    const framing =
      body === '' ? `Transfer-Encoding: chunked\r\n\r\n${chunked}` : `Content-Length: ${body.length}\r\n\r\n${body}`;
    const last = 'GET /api/v2/access HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n';
    await askRaw(url, head + framing + last);
    const [method = '', path = ''] = head.replace('/api/v2', '/kiss/v2').split(' ');
    expect(seen.map(({ line }) => line)).toEqual([`${method} ${path}`, 'GET /kiss/v2/access']);
    expect(seen[0]?.body).toBe(method === 'POST' ? hidden : '');
    expect(seen.map(({ headers }) => headers.authorization)).toEqual([undefined, undefined]);
  });

  it.each([
    ['two Content-Length headers', 'Content-Length: 0\r\nContent-Length: 5'],
    ['Content-Length and Transfer-Encoding', 'Content-Length: 5\r\nTransfer-Encoding: chunked'],
    ['an invalid Transfer-Encoding', 'Transfer-Encoding: chunked, identity'],
  ])('rejects %s', async (_, framing) => {
    const { apiBase, seen } = await recordingUpstream();
    const { url } = await servers.serve({ apiBase });
    const answer = await askRaw(url, `${post}${framing}\r\n\r\n0\r\n\r\n${hidden}`);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(seen).toEqual([]);
  });

  it('never returns the response of another client', async () => {
    const apiBase = await servers.upstream((req, res) => res.end(JSON.stringify({ of: req.headers.authorization })));
    const { url } = await servers.serve({ apiBase });
    const poison = `${get}Connection: keep-alive, content-length\r\nContent-Length: ${hidden.length}\r\n\r\n${hidden}`;
    for (let round = 0; round < 5; round += 1) {
      const [, mine] = await Promise.all([
        askRaw(url, poison.replace('Connection: keep-alive', 'Connection: close, keep-alive')),
        ask(`${url}/api/v2/tenant/access`, { headers: { authorization: 'Bearer mine' } }),
      ]);
      const after = await ask(`${url}/api/v2/tenant/access`, { headers: { authorization: 'Bearer mine' } });
      expect([mine.body.toString(), after.body.toString()]).toEqual(['{"of":"Bearer mine"}', '{"of":"Bearer mine"}']);
    }
  });

  it('forwards no request before its body is complete', async () => {
    const { apiBase, seen } = await recordingUpstream();
    const { url } = await servers.serve({ apiBase, limits: { headerMs: 40, requestMs: 60, checkMs: 10 } });
    expect(await askRaw(url, `${post}Content-Length: 9\r\n\r\n{`)).toMatch(/^HTTP\/1\.1 408 /);
    const long = await ask(`${url}/api/v2/auth/phone`, { method: 'POST', body: 'x'.repeat(256 * 1024 + 1) });
    expect(long.status).toBe(413);
    expect(seen).toEqual([]);
  });

  it('forwards a chunked request as a whole', async () => {
    const { apiBase, seen } = await recordingUpstream();
    const { url } = await servers.serve({ apiBase });
    const tooLong = `${(256 * 1024 + 1).toString(16)}\r\n${'x'.repeat(256 * 1024 + 1)}\r\n0\r\n\r\n`;
    const head = `${post}Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n`;
    expect(await askRaw(url, `${head}3\r\n{"a\r\n4\r\n":1}\r\n0\r\n\r\n`)).toMatch(/^HTTP\/1\.1 200 /);
    expect(await askRaw(url, head + tooLong)).toMatch(/^HTTP\/1\.1 413 /);
    expect(seen).toMatchObject([{ body: '{"a":1}', headers: { 'content-length': '7' } }]);
    expect(seen[0]?.headers).not.toHaveProperty('transfer-encoding');
  });
});

describe('connections to the API and the gateway', () => {
  it('are reused for reads only', async () => {
    const ports: Record<string, Set<number | undefined>> = { GET: new Set(), POST: new Set() };
    let posts = 0;
    const apiBase = await servers.upstream((req, res) => {
      ports[req.method ?? '']?.add(req.socket.remotePort);
      if (req.method === 'POST') {
        posts += 1;
        expect(req.headers.connection).toBe('close');
      }
      res.end('{}');
    });
    const { url } = await servers.serve({ apiBase, gatewayBase: apiBase });
    for (let round = 0; round < 3; round += 1) {
      await ask(`${url}/api/v2/access`);
      await ask(`${url}/gateway/locks/l1/open`, { method: 'POST', body: '{}' });
      await ask(`${url}/api/v2/locks/l1/logs`, { method: 'POST', body: '{}' });
    }
    expect([ports.GET?.size, ports.POST?.size, posts]).toEqual([1, 6, 6]);
    expect([...(ports.GET ?? [])].some((port) => ports.POST?.has(port))).toBe(false);
  });

  it('drop data after the end of a response', async () => {
    const poison = 'HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\n{"of":"evil"}';
    const answer = (text: string) => `HTTP/1.1 200 OK\r\nContent-Length: ${text.length}\r\n\r\n${text}`;
    let asked = 0;
    const apiBase = await servers.socketUpstream((socket) => {
      asked += 1;
      socket.write(asked === 1 ? answer('{}') + poison : answer('{"of":"mine"}'));
    });
    const { url } = await servers.serve({ apiBase });
    await ask(`${url}/api/v2/access`);
    expect((await ask(`${url}/api/v2/access`)).body.toString()).not.toContain('evil');
  });
});

describe('an upstream with an invalid response', () => {
  const ok = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n';
  const whole = 'Content-Length: 2\r\n\r\n{}';
  const statuses = ['000', '099', '101', '199', '301', '302', '307', '308', '600', '799', '999', '1000', '-1', 'abc'];

  it.each([
    ...statuses.map((status) => [`the status ${status}`, `HTTP/1.1 ${status} X\r\n${whole}`]),
    ['an unrequested upgrade', 'HTTP/1.1 101 X\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n'],
    ['an unknown informational response', `HTTP/1.1 199 X\r\n\r\nHTTP/1.1 200 OK\r\n${whole}`],
    ['a control byte in the reason phrase', `HTTP/1.1 200 O\x01K\r\n${whole}`],
    ['a control byte in a header', `${ok}ETag: "\x01"\r\n${whole}`],
    ['70 KB of headers', `${ok}X-A: ${'x'.repeat(70 * 1024)}\r\n${whole}`],
    ['two Content-Length headers', `${ok}Content-Length: 3\r\n${whole}`],
    ['Content-Length and Transfer-Encoding', `${ok}Transfer-Encoding: chunked\r\n${whole}`],
    ['a truncated body', `${ok}Content-Length: 20\r\n\r\n{}`],
    ['a truncated chunk', `${ok}Transfer-Encoding: chunked\r\n\r\n20\r\n{}`],
    ['something that is not HTTP', 'SSH-2.0-OpenSSH_9.2\r\n'],
    ['nothing at all', ''],
    ['more than 16 MB', `${ok}Content-Length: ${16 * 1024 * 1024 + 1}\r\n\r\n${'x'.repeat(16 * 1024 * 1024 + 1)}`],
  ])('becomes a 502: %s', async (_, bytes) => {
    const apiBase = await servers.socketUpstream((socket) => socket.end(Buffer.from(bytes, 'latin1')));
    const { url } = await servers.serve({ apiBase, gatewayBase: apiBase });
    for (const [method, path] of [
      ['GET', '/api/v2/access'],
      ['POST', '/gateway/locks/l1/open'],
    ] as const) {
      const { status, headers, body } = await ask(url + path, { method });
      expect([status, headers['content-type'], JSON.parse(body.toString())]).toEqual([
        502,
        'application/json',
        unreachable,
      ]);
    }
    expect((await ask(`${url}/config.json`)).status, 'the server still responds').toBe(404);
  });

  it('becomes a 502 when the upstream resets the connection before or within its response', async () => {
    for (const bytes of ['', `${ok}Content-Length: 20\r\n\r\n{}`]) {
      const apiBase = await servers.socketUpstream((socket) => {
        socket.write(bytes, () => socket.resetAndDestroy());
      });
      const { url } = await servers.serve({ apiBase });
      expect((await ask(`${url}/api/v2/access`)).status).toBe(502);
    }
  });

  it.each([
    ['before its response', ''],
    ['within its headers', ok],
    ['within its body', `${ok}Content-Length: 20\r\n\r\n{}`],
    ['after an informational response', 'HTTP/1.1 103 Early Hints\r\n\r\n'],
  ])('becomes a 504 when it stalls %s', async (_, bytes) => {
    const apiBase = await servers.socketUpstream((socket) => socket.write(bytes));
    const { url } = await servers.serve({ apiBase, proxyTimeoutMs: 40 });
    const answer = await ask(`${url}/api/v2/access`);
    expect([answer.status, JSON.parse(answer.body.toString())]).toEqual([
      504,
      { message: 'The service did not answer in time.' },
    ]);
  });

  it('may send 100 and 103 first', async () => {
    const bytes = `HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n${ok}${whole}`;
    const apiBase = await servers.socketUpstream((socket) => socket.end(bytes));
    const { url } = await servers.serve({ apiBase });
    const answer = await ask(`${url}/api/v2/access`);
    expect([answer.status, answer.headers.link, answer.body.toString()]).toEqual([200, undefined, '{}']);
  });
});

describe('the client address that the API gets', () => {
  async function forwardedFor(trusted: string, headers: Record<string, string>) {
    const { apiBase, seen } = await recordingUpstream();
    const { url } = await servers.serve({ apiBase, trustsProxy: readTrustedProxies(trusted) });
    const { status } = await ask(`${url}/api/v2/auth/phone`, { method: 'POST', body: '{}', headers });
    return [status, seen[0]?.headers['x-forwarded-for']];
  }

  it('is the address of the socket, regardless of the headers of a client', async () => {
    expect(await forwardedFor('', { 'x-forwarded-for': '203.0.113.7' })).toEqual([200, '127.0.0.1']);
    expect(await forwardedFor('10.0.0.0/8', { 'x-forwarded-for': '203.0.113.7' })).toEqual([200, '127.0.0.1']);
  });

  it.each([
    ['9.9.9.9, 203.0.113.7', '203.0.113.7'],
    ['2001:db8::1', '2001:db8::1'],
    ['203.0.113.7, unknown', '127.0.0.1'],
    ['', '127.0.0.1'],
  ])('is the last entry of a trusted proxy when it is an address: %j', async (header, expected) => {
    expect(await forwardedFor('127.0.0.1', { 'x-forwarded-for': header })).toEqual([200, expected]);
  });

  it('is read from headers only behind a trusted proxy, and so is the host name', async () => {
    const headers = { origin: 'https://doors.example', 'x-forwarded-host': 'doors.example' };
    expect((await forwardedFor('127.0.0.1', headers))[0]).toBe(200);
    expect((await forwardedFor('', headers))[0]).toBe(403);
  });
});

describe('a page of another site', () => {
  const refused = [
    [403, { origin: 'https://evil.example' }],
    [403, { origin: 'http://127.0.0.1:1' }],
    [403, { origin: 'null' }],
    [403, { 'sec-fetch-site': 'cross-site' }],
    [415, { 'content-type': 'text/plain' }],
    [415, { 'content-type': 'application/x-www-form-urlencoded' }],
    [415, { 'content-type': 'text/plain; application/json' }],
  ] as const;

  it.each(refused)('gets %i for a POST with %j, from a real API and from the facility', async (status, headers) => {
    const { apiBase, seen } = await recordingUpstream();
    const { url } = await servers.serve({ apiBase });
    expect((await ask(`${url}/api/v2/auth/phone`, { method: 'POST', body: '{}', headers })).status).toBe(status);
    let reached = 0;
    const simulated = await servers.serve({}, () => {
      reached += 1;
      return Response.json({});
    });
    const path = `${simulated.url}/gateway/locks/l1/open`;
    expect((await ask(path, { method: 'POST', body: '{}', headers })).status).toBe(status);
    expect([seen, reached]).toEqual([[], 0]);
  });

  it('is not confused with a page of this origin or a program', async () => {
    const { apiBase, seen } = await recordingUpstream();
    const { url } = await servers.serve({ apiBase });
    const own = { origin: url, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json; charset=utf-8' };
    expect((await ask(`${url}/api/v2/auth/phone`, { method: 'POST', body: '{}', headers: own })).status).toBe(200);
    expect((await ask(`${url}/api/v2/auth/phone`, { method: 'POST', body: '{}' })).status).toBe(200);
    const without = `POST /api/v2/auth/phone HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}`;
    expect(await askRaw(url, without)).toMatch(/^HTTP\/1\.1 415 /);
    expect(seen).toHaveLength(2);
  });
});

describe('the proxy to a real gateway', () => {
  it('forwards openings to GATEWAY_BASE and drops its cookies', async () => {
    let seen: unknown;
    const gatewayBase = await servers.upstream((req, res) => {
      seen = [req.method, req.url, req.headers['idempotency-key']];
      res.writeHead(200, { 'set-cookie': 'a=b' }).end('{"outcome":"opened"}');
    });
    const { url } = await servers.serve({ apiBase: closedPort, gatewayBase });
    const answer = await ask(`${url}/gateway/locks/l1/open`, { method: 'POST', headers: { 'idempotency-key': 'k1' } });
    expect(seen).toEqual(['POST', '/kiss/v2/locks/l1/open', 'k1']);
    expect([answer.body.toString(), answer.headers['set-cookie']]).toEqual(['{"outcome":"opened"}', undefined]);
  });

  it('answers 501 without a gateway', async () => {
    const { url } = await servers.serve({ apiBase: closedPort });
    const answer = await ask(`${url}/gateway/locks/l1/open`, { method: 'POST' });
    expect([answer.status, JSON.parse(answer.body.toString())]).toEqual([
      501,
      { message: 'Remote opening is not available here.' },
    ]);
  });
});
